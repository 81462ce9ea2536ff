package dev.jangteo.local.platform;

import java.util.List;

import dev.jangteo.servers.Server;
import dev.jangteo.servers.ServerProcess;

record ServerPart(Server server) implements Part {

	@Override
	public String name() {
		return this.server.name();
	}

	@Override
	public int port() {
		return this.server.port();
	}

	@Override
	public List<Integer> ports() {
		return this.server.ports();
	}

	@Override
	public ServerProcess process() {
		return this.server.process();
	}

	@Override
	public void start() {
		this.server.start();
	}

	@Override
	public void stop() {
		this.server.stop();
	}

	@Override
	public boolean answers() {
		return this.server.answers();
	}

}
