@echo off
rem The command line of the packaged application on Windows: daicho verify FILE
rem Daicho.exe belongs to the graphical subsystem: cmd would not wait for it without start /wait.
start "" /b /wait "%~dp0..\..\Daicho.exe" --cli %*
exit /b %errorlevel%
