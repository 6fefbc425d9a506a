// nginx as BusyBox's httpd under nginx's own entrypoint and command line.
import { BUSYBOX_SIZE, busyboxFiles } from './busybox.ts'
import { dir, NO_CONFIG, script, text, type ImageSource } from './image.ts'

const HTML = '/usr/share/nginx/html'

const WELCOME = `<!DOCTYPE html>
<html>
<head>
<title>Welcome to nginx!</title>
</head>
<body>
<h1>Welcome to nginx!</h1>
</body>
</html>
`

/** It ends without an error when it is told to, as nginx does. */
const NGINX = `#!/bin/sh
httpd -f -p 80 -h ${HTML} &
trap "kill $!; exit 0" TERM QUIT INT
wait
`

export const nginxImage: ImageSource = {
  name: 'nginx:latest',
  size: BUSYBOX_SIZE + 560,
  config: {
    ...NO_CONFIG,
    Cmd: ['nginx', '-g', 'daemon off;'],
    Entrypoint: ['/docker-entrypoint.sh'],
    ExposedPorts: { '80/tcp': {} },
    StopSignal: 'SIGQUIT',
  },
  entries: [
    ...busyboxFiles(),
    dir('/usr/share'),
    dir('/usr/share/nginx'),
    dir(HTML),
    text(`${HTML}/index.html`, WELCOME),
    script('/docker-entrypoint.sh', '#!/bin/sh\nexec "$@"\n'),
    script('/usr/sbin/nginx', NGINX),
  ],
}
