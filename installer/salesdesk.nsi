; Windows set-up from dist\salesdesk (see salesdesk.spec): for one user, no administrator needed.
; makensis -DVERSION=0.1.0 installer/salesdesk.nsi     (NSIS 3 runs on Linux too)
Unicode true
!ifndef VERSION
  !define VERSION "0.1.0"
!endif
!ifndef PAYLOAD
  !define PAYLOAD "..\dist\salesdesk"
!endif
!define ENTRY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Salesdesk"
!include "MUI2.nsh"
Name "Salesdesk ${VERSION}"
OutFile "..\dist\salesdesk-${VERSION}-setup.exe"
InstallDir "$LOCALAPPDATA\Programs\Salesdesk"
InstallDirRegKey HKCU "${ENTRY}" "InstallLocation"
RequestExecutionLevel user
SetCompressor /SOLID lzma
ManifestDPIAware true
!define MUI_ABORTWARNING
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "..\LICENSE"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "English"
LangString AppName ${LANG_SIMPCHINESE} "售楼台"
LangString AppName ${LANG_ENGLISH} "Salesdesk"

Function .onInit
  !insertmacro MUI_LANGDLL_DISPLAY
FunctionEnd

Section "main"
  ; An older program's files would be imported beside the new ones: the folder is ours, offices lie elsewhere.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${PAYLOAD}\*.*"
  CreateDirectory "$SMPROGRAMS\Salesdesk"
  CreateShortcut "$SMPROGRAMS\Salesdesk\$(AppName).lnk" "$INSTDIR\salesdesk.exe"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKCU "${ENTRY}" "DisplayName" "$(AppName)"
  WriteRegStr HKCU "${ENTRY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${ENTRY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${ENTRY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegDWORD HKCU "${ENTRY}" "NoModify" 1
  WriteRegDWORD HKCU "${ENTRY}" "NoRepair" 1
SectionEnd

Section "Uninstall"
  ; Only what set-up wrote: an office file that somebody keeps in this folder stays.
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\salesdesk.exe"
  Delete "$INSTDIR\salesdesk-cli.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Salesdesk\*.lnk"
  RMDir "$SMPROGRAMS\Salesdesk"
  DeleteRegKey HKCU "${ENTRY}"
SectionEnd
