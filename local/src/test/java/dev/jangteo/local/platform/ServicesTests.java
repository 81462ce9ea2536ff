package dev.jangteo.local.platform;

import java.nio.file.Files;

import dev.jangteo.servers.Checkout;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ServicesTests {

	@Test
	void haveNamesAndPortsOfTheirOwn() {
		assertThat(Services.all()).extracting(Service::name).doesNotHaveDuplicates();
		assertThat(Services.all()).extracting(Service::port).doesNotHaveDuplicates();
	}

	@Test
	void areModulesOfTheProject() {
		assertThat(Services.all())
			.allSatisfy((service) -> assertThat(Files.exists(Checkout.folder().resolve(service.name() + "/pom.xml")))
				.as(service.name())
				.isTrue());
	}

	@Test
	void keepTheirDataInADatabaseNamedAfterThem() {
		assertThat(Service.of("order-service", 8083).databaseName()).isEqualTo("order_service");
		assertThat(Service.of("order-service", 8083).key()).isEqualTo("ORDER");
	}

}
