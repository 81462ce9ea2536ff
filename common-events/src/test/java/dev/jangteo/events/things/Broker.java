package dev.jangteo.events.things;

import dev.jangteo.servers.KafkaServer;
import dev.jangteo.servers.Ports;
import dev.jangteo.servers.ServerOptions;
import dev.jangteo.servers.TestServers;

/** The tests' own Kafka, which may be killed, unlike one that is shared. */
public final class Broker {

	public static final KafkaServer SERVER = new KafkaServer(Ports.free(), Ports.free(),
			TestServers.folder("events-kafka"), ServerOptions.forTests());

	private Broker() {
	}

}
