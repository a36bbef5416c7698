"""The embedded faces: their names and files; nothing heavy is imported to know them."""

from pathlib import Path

REGULAR, BOLD, RARE, RARE_BOLD = "SC", "SCB", "SCR", "SCRB"
"""`REGULAR` and `BOLD` are Noto Sans SC; what they lack is set in `RARE` and `RARE_BOLD`."""

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "fonts"

FILES: dict[str, Path] = {
    REGULAR: FOLDER / "NotoSansSC_400Regular.ttf",
    BOLD: FOLDER / "NotoSansSC_700Bold.ttf",
    RARE: FOLDER / "SalesdeskRareHan_400Regular.ttf",
    RARE_BOLD: FOLDER / "SalesdeskRareHan_700Bold.ttf",
}
FALLBACK: dict[str, str] = {REGULAR: RARE, BOLD: RARE_BOLD}
