/** What an administrator has beside the header files: a small nginx and a small Caddy, for any user. */
import { join } from 'node:path'

export interface Site {
  /** The folder of everything: `desk` with the build, `headers` with the header files, `tmp`. */
  readonly base: string
  readonly folder: string
  readonly port: number
}

export function nginxConf({ base, folder, port }: Site): string {
  const headers = join(base, 'headers/nginx')
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  const desk =
    folder === '/'
      ? `root ${base}/desk; include ${headers}/server.conf;`
      : `location ${folder} { alias ${base}/desk/; include ${headers}/server.conf; }`
  return `daemon off;
${process.getuid?.() === 0 ? 'user root;' : ''}
pid ${base}/nginx.pid;
error_log stderr;
events {}
http {
  access_log off;
  ${temporary.map((name) => `${name}_temp_path ${base}/tmp;`).join(' ')}
  types { text/html html; text/javascript js; text/css css; image/svg+xml svg; application/json json; }
  include ${headers}/http.conf;
  server { listen 127.0.0.1:${port}; ${desk} }
}
`
}

export function caddyfile({ base, folder, port }: Site): string {
  const desk = `root * ${base}/desk
    import ${base}/headers/caddy/minidesk.caddy
    file_server`
  return `{
  admin off
  auto_https off
}
http://localhost:${port} {
  bind 127.0.0.1
  ${folder === '/' ? desk : `handle_path ${folder}* {\n    ${desk}\n  }`}
}
`
}
