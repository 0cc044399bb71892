# escape=`
FROM mcr.microsoft.com/windows/servercore:ltsc2025
SHELL ["powershell", "-Command", "$ErrorActionPreference = 'Stop';"]
RUN Invoke-WebRequest https://example.com/a.zip -OutFile C:\a.zip; `
    Expand-Archive C:\a.zip -DestinationPath C:\app
WORKDIR C:\app
USER ContainerAdministrator
CMD ["C:\\app\\a.exe"]
