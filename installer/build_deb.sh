#!/usr/bin/env bash
# A Debian package from dist/salesdesk (see salesdesk.spec):  installer/build_deb.sh [PAYLOAD]
# Writes dist/salesdesk_VERSION_amd64.deb; needs dpkg-deb only.
set -euo pipefail
cd "$(dirname "$0")/.."
payload=${1:-dist/salesdesk}
version=$(sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml | head -n 1)
machine=$(dpkg --print-architecture)
if [ ! -x "$payload/salesdesk" ]; then
  echo "there is no program in $payload: run PyInstaller with installer/salesdesk.spec first" >&2
  exit 1
fi

root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
mkdir -p "$root/DEBIAN" "$root/opt/salesdesk" "$root/usr/bin" "$root/usr/share/applications" \
  "$root/usr/share/icons/hicolor/scalable/apps" "$root/usr/share/doc/salesdesk"
cp -a "$payload/." "$root/opt/salesdesk/"
ln -s /opt/salesdesk/salesdesk "$root/usr/bin/salesdesk"
install -m 644 installer/salesdesk.desktop "$root/usr/share/applications/"
install -m 644 resources/salesdesk.svg "$root/usr/share/icons/hicolor/scalable/apps/"
install -m 644 LICENSE "$root/usr/share/doc/salesdesk/copyright"
install -m 644 resources/notices/NOTICES.md "$root/usr/share/doc/salesdesk/"
cat >"$root/DEBIAN/control" <<CONTROL
Package: salesdesk
Version: $version
Section: misc
Priority: optional
Architecture: $machine
Installed-Size: $(du -sk "$root/opt" | cut -f 1)
Maintainer: Salesdesk <noreply@example.invalid>
Depends: libc6 (>= 2.35), libegl1, libgl1, libfontconfig1, libxkbcommon0, libxcb1, libx11-6, libdbus-1-3
Recommends: libcups2
Description: New-home sales office desktop
 Sales-control board, visitors, receipts and agreements of a new-home sales
 office, in Chinese and English.
CONTROL
chmod -R u=rwX,go=rX "$root"
mkdir -p dist
dpkg-deb --root-owner-group -Zxz -z1 --build "$root" "dist/salesdesk_${version}_${machine}.deb"
