package dev.jangteo.benchmarks.tools;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.jangteo.benchmarks.figures.Unmeasurable;
import dev.jangteo.servers.Lifetime;
import dev.jangteo.servers.Ports;
import dev.jangteo.servers.ServerProcess;

/**
 * nginx on a port of its own: as the trivial backend, or as the proxy before it.
 */
public final class Nginx implements AutoCloseable {

	private static final int ANSWER_BYTES = 1024;

	private final ServerProcess process;

	private final URI address;

	private Nginx(ServerProcess process, URI address) {
		this.process = process;
		this.address = address;
	}

	/**
	 * Answers every request with the same kilobyte of JSON.
	 */
	public static Nginx backend(Path folder) {
		String answer = "{\"filler\":\"%s\"}".formatted("x".repeat(ANSWER_BYTES - 13));
		return start("nginx-backend", folder, "access_log off;", "", """
				default_type application/json;
				return 200 '%s';
				""".formatted(answer));
	}

	/**
	 * Passes every request on over connections it keeps, and logs it, as Debian's
	 * configuration does and as the gateway does.
	 */
	public static Nginx proxy(Path folder, URI backend) {
		return start("nginx-proxy", folder, "access_log access.log;", """
				upstream backend {
					server %s:%d;
					keepalive 128;
				}
				""".formatted(backend.getHost(), backend.getPort()), """
				proxy_pass http://backend;
				proxy_http_version 1.1;
				proxy_set_header Connection "";
				proxy_set_header X-Forwarded-For $remote_addr;
				""");
	}

	private static Nginx start(String name, Path parent, String log, String upstream, String location) {
		Path folder = parent.resolve(name);
		int port = Ports.free();
		String nginx = Tool.NGINX.path();
		try {
			Files.createDirectories(folder);
			Files.writeString(folder.resolve("nginx.conf"), configuration(port, log, upstream, location));
		}
		catch (IOException ex) {
			throw new Unmeasurable("%s cannot be configured: %s".formatted(name, ex.getMessage()), ex);
		}
		ServerProcess process = new ServerProcess(name, folder, Lifetime.WITH_THIS_JVM);
		process.start(List.of(nginx, "-p", folder + "/", "-c", "nginx.conf", "-e", "error.log", "-g", "daemon off;"),
				Map.of());
		process.await(() -> Ports.inUse(port), Duration.ofSeconds(10));
		return new Nginx(process, URI.create("http://127.0.0.1:" + port));
	}

	private static String configuration(int port, String log, String upstream, String location) {
		String user = "root".equals(System.getProperty("user.name")) ? "user root;" : "";
		return """
				%s
				worker_processes auto;
				pid nginx.pid;
				events {
					worker_connections 1024;
				}
				http {
					%s
					keepalive_requests 1000000000;
					client_body_temp_path body;
					proxy_temp_path proxy;
					fastcgi_temp_path fastcgi;
					uwsgi_temp_path uwsgi;
					scgi_temp_path scgi;
					%s
					server {
						listen 127.0.0.1:%d;
						location / {
							%s
						}
					}
				}
				""".formatted(user, log, upstream, port, location);
	}

	/**
	 * Its master process; the workers are its children.
	 */
	public ProcessHandle handle() {
		return this.process.running().orElseThrow(() -> new Unmeasurable("nginx has ended."));
	}

	public URI address() {
		return this.address;
	}

	@Override
	public void close() {
		this.process.stop("TERM", Duration.ofSeconds(10));
	}

}
