// Which directives there are, where they may stand, and how many words they take. Ref: ngx_command_t of nginx's modules
export type Context = 'main' | 'events' | 'http' | 'server' | 'location' | 'upstream' | 'types'

interface Rule {
  readonly where: readonly Context[]
  readonly least: number
  readonly most: number
  readonly block: boolean
}

const M: readonly Context[] = ['main']
const HSL: readonly Context[] = ['http', 'server', 'location']
const HS: readonly Context[] = ['http', 'server']

function rule(where: readonly Context[], least: number, most: number = least, block = false): Rule {
  return { where, least, most, block }
}

const RULES: Readonly<Record<string, Rule>> = {
  user: rule(M, 1, 2),
  worker_processes: rule(M, 1),
  pid: rule(M, 1),
  daemon: rule(M, 1),
  master_process: rule(M, 1),
  worker_rlimit_nofile: rule(M, 1),
  events: rule(M, 0, 0, true),
  http: rule(M, 0, 0, true),
  error_log: rule(['main', ...HSL], 1, 2),
  worker_connections: rule(['events'], 1),
  multi_accept: rule(['events'], 1),
  use: rule(['events'], 1),
  server: rule(['http', 'upstream'], 0, 9, true),
  upstream: rule(['http'], 1, 1, true),
  keepalive: rule(['upstream'], 1),
  types: rule(HSL, 0, 0, true),
  log_format: rule(['http'], 2, 20),
  listen: rule(['server'], 1, 9),
  server_name: rule(['server'], 1, 99),
  location: rule(['server', 'location'], 1, 2, true),
  root: rule(HSL, 1),
  alias: rule(['location'], 1),
  index: rule(HSL, 1, 20),
  autoindex: rule(HSL, 1),
  add_header: rule(HSL, 2, 3),
  error_page: rule(HSL, 2, 20),
  try_files: rule(['server', 'location'], 2, 20),
  return: rule(['server', 'location'], 1, 2),
  proxy_pass: rule(['location'], 1),
  proxy_set_header: rule(HSL, 2),
  allow: rule(HSL, 1),
  deny: rule(HSL, 1),
  internal: rule(['location'], 0),
  access_log: rule(HSL, 1, 4),
  default_type: rule(HSL, 1),
  server_tokens: rule(HSL, 1),
  ...Object.fromEntries(
    (
      'sendfile tcp_nopush tcp_nodelay gzip keepalive_timeout client_max_body_size proxy_connect_timeout ' +
      'proxy_read_timeout proxy_send_timeout proxy_http_version proxy_buffering proxy_redirect send_timeout ' +
      'client_body_timeout client_header_timeout reset_timedout_connection charset etag log_not_found ' +
      'gzip_types gzip_vary gzip_proxied gzip_comp_level gzip_min_length gzip_disable open_file_cache autoindex_exact_size ' +
      'autoindex_localtime'
    )
      .split(' ')
      .map((name) => [name, rule(HSL, 1, 20)]),
  ),
  ...Object.fromEntries(
    (
      'types_hash_max_size types_hash_bucket_size server_names_hash_bucket_size server_names_hash_max_size ' +
      'ssl_protocols ssl_prefer_server_ciphers ssl_ciphers ssl_session_cache client_header_buffer_size'
    )
      .split(' ')
      .map((name) => [name, rule(HS, 1, 9)]),
  ),
}

/** Of real nginx; vethlab has not what they do. */
const UNSUPPORTED: ReadonlySet<string> = new Set(
  (
    'if rewrite set map geo split_clients stream mail ssl_certificate ssl_certificate_key fastcgi_pass uwsgi_pass ' +
    'scgi_pass grpc_pass memcached_pass auth_basic auth_basic_user_file auth_request limit_req limit_req_zone limit_conn ' +
    'limit_conn_zone limit_rate resolver load_module proxy_cache proxy_cache_path least_conn ip_hash hash random zone ' +
    'sub_filter mirror stub_status real_ip_header set_real_ip_from limit_except echo proxy_hide_header expires valid_referers'
  ).split(' '),
)

/** What is wrong with a directive where it stands; null when nothing is. */
export function checkDirective(
  name: string,
  args: readonly string[],
  block: boolean,
  context: Context,
): string | { readonly unsupported: string } | null {
  if (context === 'types') return null
  if (UNSUPPORTED.has(name)) return { unsupported: name }
  const found = Object.hasOwn(RULES, name) ? RULES[name] : undefined
  if (!found) return `unknown directive "${name}"`
  if (!found.where.includes(context)) return `"${name}" directive is not allowed here`
  const wantsBlock = found.block && !(name === 'server' && context === 'upstream')
  if (wantsBlock && !block) return `directive "${name}" has no opening "{"`
  if (!wantsBlock && block) return `directive "${name}" is not terminated by ";"`
  if (args.length < found.least || args.length > found.most)
    return `invalid number of arguments in "${name}" directive`
  return null
}
