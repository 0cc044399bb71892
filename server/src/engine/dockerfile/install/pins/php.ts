/** Extensions in the source of PHP (php/php-src, ext/, 5.x to 8.5), which have the version of PHP itself. */
const bundled: ReadonlySet<string> = new Set(
  (
    'bcmath bz2 calendar ctype curl dba dl_test dom enchant ereg exif ffi fileinfo filter ftp gd gettext gmp hash iconv ' +
    'imap interbase intl json ldap lexbor libxml mbstring mcrypt mssql mysql mysqli mysqlnd oci8 odbc opcache openssl pcntl ' +
    'pcre pdo pdo_dblib pdo_firebird pdo_mysql pdo_oci pdo_odbc pdo_pgsql pdo_sqlite pgsql phar posix pspell random ' +
    'readline recode reflection session shmop simplexml snmp soap sockets sodium spl sqlite3 standard sybase_ct sysvmsg ' +
    'sysvsem sysvshm tidy tokenizer uri wddx xml xmlreader xmlrpc xmlwriter xsl zip zend_test zlib'
  ).split(' '),
);

/** Whether an extension comes with PHP, so that it needs no version of its own. Never throws. */
export function isBundledPhpExtension(name: string): boolean {
  return bundled.has(name.toLowerCase());
}
