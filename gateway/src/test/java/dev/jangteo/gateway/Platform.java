package dev.jangteo.gateway;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.jangteo.servers.Ports;
import dev.jangteo.servers.RedisServer;
import dev.jangteo.servers.ServerOptions;
import dev.jangteo.servers.TestServers;

/**
 * What stands around the gateway in the tests: a real Redis, and the services played by
 * backends. Started once.
 */
public final class Platform {

	public static final RedisServer REDIS = new RedisServer(Ports.free(), TestServers.folder("gateway-redis"),
			ServerOptions.forTests());

	public static final Backend MEMBER = new Backend("member");

	public static final Backend SHOP = new Backend("shop");

	public static final Backend ORDER = new Backend("order");

	public static final Backend SEARCH = new Backend("search");

	public static final Backend REVIEW = new Backend("review");

	public static final Backend LEGACY = new Backend("legacy");

	public static final Signer SIGNER = new Signer("k1");

	private static final int NOBODY = Ports.free();

	static {
		REDIS.start();
		MEMBER.publishes(SIGNER::jwks);
	}

	private Platform() {
	}

	/** The settings of every gateway of the tests. */
	static Map<String, String> settings() {
		var settings = new LinkedHashMap<String, String>();
		settings.put("spring.data.redis.url", REDIS.url());
		settings.put("jangteo.security.jwks-uri", MEMBER.url() + "/.well-known/jwks.json");
		settings.put("jangteo.clients.member.url", MEMBER.url());
		settings.put("jangteo.clients.shop.url", SHOP.url());
		settings.put("jangteo.clients.order.url", ORDER.url());
		settings.put("jangteo.clients.search.url", SEARCH.url());
		settings.put("jangteo.clients.review.url", REVIEW.url());
		settings.put("jangteo.clients.ads.url", "http://127.0.0.1:" + NOBODY);
		settings.put("jangteo.gateway.routes.shop.owner.within", "300ms");
		settings.put("jangteo.gateway.routes.shop.imports.body", "64MB");
		settings.put("jangteo.gateway.routes.order.streams.within", "1s");
		settings.put("jangteo.gateway.routes.review.reviews.at-once", "4");
		settings.put("jangteo.gateway.limits.groups.default.member.per-second", "5");
		settings.put("jangteo.gateway.limits.groups.default.member.burst", "40");
		settings.put("jangteo.gateway.limits.groups.default.address.per-second", "100000");
		settings.put("jangteo.gateway.limits.groups.default.address.burst", "100000");
		settings.put("jangteo.gateway.limits.groups.login.address.per-second", "0.5");
		settings.put("jangteo.gateway.limits.groups.login.address.burst", "20");
		settings.put("jangteo.gateway.switching.allowed-origins", LEGACY.url());
		settings.put("jangteo.gateway.cors.allowed-origins", "https://shop.example");
		settings.put("server.port", "0");
		settings.put("server.address", "127.0.0.1");
		settings.put("management.server.port", "0");
		return settings;
	}

}
