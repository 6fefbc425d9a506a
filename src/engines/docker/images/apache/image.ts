// httpd: Apache's server on Debian with nothing for networks, as its official image lays it out.
import { DEBIAN_PATH, debianFiles } from '../debian.ts'
import { dir, NO_CONFIG, own, script, text, type ImageSource } from '../image.ts'
import { httpd } from './httpd.ts'
import { PREFIX, VERSION } from './version.ts'

const IT_WORKS = `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd">
<html>
<head>
<title>It works! Apache httpd</title>
</head>
<body>
<p>It works!</p>
</body>
</html>
`

const CONFIGURATION = `ServerRoot "${PREFIX}"
Listen 80
LoadModule mpm_event_module modules/mod_mpm_event.so
LoadModule authz_core_module modules/mod_authz_core.so
LoadModule mime_module modules/mod_mime.so
LoadModule log_config_module modules/mod_log_config.so
LoadModule unixd_module modules/mod_unixd.so
LoadModule autoindex_module modules/mod_autoindex.so
LoadModule dir_module modules/mod_dir.so
User www-data
Group www-data
ServerAdmin you@example.com
#ServerName www.example.com:80
<Directory />
    AllowOverride none
    Require all denied
</Directory>
DocumentRoot "${PREFIX}/htdocs"
<Directory "${PREFIX}/htdocs">
    Options Indexes FollowSymLinks
    AllowOverride None
    Require all granted
</Directory>
DirectoryIndex index.html
<Files ".ht*">
    Require all denied
</Files>
ErrorLog /proc/self/fd/2
LogLevel warn
LogFormat "%h %l %u %t \\"%r\\" %>s %b" common
CustomLog /proc/self/fd/1 common
TypesConfig conf/mime.types
`

/** A number that an earlier run left would keep it from starting. */
const FOREGROUND = `#!/bin/sh
set -e
rm -f ${PREFIX}/logs/httpd.pid
exec httpd -DFOREGROUND "$@"
`

export const httpdImage: ImageSource = {
  name: 'httpd:latest',
  size: 117_000_000,
  config: {
    ...NO_CONFIG,
    Cmd: ['httpd-foreground'],
    Env: [DEBIAN_PATH.replace('=', `=${PREFIX}/bin:`), `HTTPD_PREFIX=${PREFIX}`, `HTTPD_VERSION=${VERSION}`],
    ExposedPorts: { '80/tcp': {} },
    StopSignal: 'SIGWINCH',
    WorkingDir: PREFIX,
  },
  entries: [
    ...debianFiles(),
    ...['', '/bin', '/cgi-bin', '/conf', '/htdocs', '/logs', '/modules'].map((path) => dir(PREFIX + path)),
    text(`${PREFIX}/htdocs/index.html`, IT_WORKS),
    text(`${PREFIX}/conf/httpd.conf`, CONFIGURATION),
    own(`${PREFIX}/bin/httpd`, httpd),
    script(`${PREFIX}/bin/apachectl`, `#!/bin/sh\nexec ${PREFIX}/bin/httpd "$@"\n`),
    script('/usr/local/bin/httpd-foreground', FOREGROUND),
  ],
}
