@echo off
rem Runs PrismQ from this directory of sources: builds the jar where it is missing or older than they are.
rem Honours JAVA_HOME and JAVA_OPTS.
setlocal EnableExtensions DisableDelayedExpansion
for %%I in ("%~dp0..") do set "ROOT=%%~fI"
set "JAR=%ROOT%\bootstrap\target\prismq.jar"
set "JAVA=java"
set "JAVAC=javac"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
if defined JAVA_HOME set "JAVAC=%JAVA_HOME%\bin\javac"

"%JAVA%" -version 2>&1 | findstr /r /c:" version .1[7-9]" /c:" version .[2-9][0-9]" >nul
if errorlevel 1 (
    echo prismq: Java 17 or newer is needed, and "%JAVA%" is not that; set JAVA_HOME to a JDK. >&2
    exit /b 1
)

rem A directory counts too: its time tells that a file was deleted.
powershell -NoProfile -Command "$jar = Get-Item -LiteralPath $env:JAR -ErrorAction SilentlyContinue; $sources = @(Get-ChildItem $env:ROOT -Directory | ForEach-Object { Get-Item (Join-Path $_.FullName 'pom.xml'), (Join-Path $_.FullName 'src\main') -ErrorAction SilentlyContinue }) + (Get-Item (Join-Path $env:ROOT 'pom.xml')); $all = $sources + @($sources | Where-Object PSIsContainer | Get-ChildItem -Recurse); if (-not $jar -or ($all | Where-Object LastWriteTime -gt $jar.LastWriteTime)) { exit 1 }"
if not errorlevel 1 goto run

"%JAVAC%" -version >nul 2>&1
if errorlevel 1 (
    echo prismq: to build PrismQ, a JDK is needed, and "%JAVA%" has no compiler beside it. >&2
    exit /b 1
)
where mvn >nul 2>&1
if errorlevel 1 (
    echo prismq: to build PrismQ, Maven is needed, and there is no mvn on the PATH. >&2
    exit /b 1
)
echo prismq: building; the first time, this takes some minutes >&2
call mvn -q -B -DskipTests -f "%ROOT%\pom.xml" package >&2
if errorlevel 1 (
    echo prismq: the build failed; its output is above. >&2
    exit /b 1
)

:run
"%JAVA%" @"%~dp0..\bootstrap\src\packaging\jvm.options" %JAVA_OPTS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%
