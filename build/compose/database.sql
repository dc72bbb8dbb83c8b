-- The database of build/compose.yml and its login, made by SQL Server's administrator at each start of the service "database".
-- The rights are those of a login that serves and migrates (docs/sql-server.md, "Least permissions").
-- LOGIN_PASSWORD is set by that service; sqlcmd replaces it here.
IF DB_ID(N'unleash_pat') IS NULL
BEGIN
    CREATE DATABASE unleash_pat;
    ALTER DATABASE unleash_pat SET READ_COMMITTED_SNAPSHOT ON;
END;

IF SUSER_ID(N'unleash_pat') IS NULL
    CREATE LOGIN unleash_pat WITH PASSWORD = N'$(LOGIN_PASSWORD)', DEFAULT_DATABASE = unleash_pat, CHECK_POLICY = OFF;
ELSE
    ALTER LOGIN unleash_pat WITH PASSWORD = N'$(LOGIN_PASSWORD)';
GO

USE unleash_pat;
GO

IF DATABASE_PRINCIPAL_ID(N'unleash_pat') IS NULL
    CREATE USER unleash_pat FOR LOGIN unleash_pat;

GRANT CREATE TABLE TO unleash_pat;
GRANT ALTER, REFERENCES, SELECT, INSERT, UPDATE, DELETE ON SCHEMA::dbo TO unleash_pat;
GO
