package dev.jangteo.order.payment;

import dev.jangteo.defaults.ServiceClients;
import org.junit.jupiter.api.Test;

import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

class CardAvailabilityTests {

	@Test
	void cardsCannotBeChargedWhereThereIsNoPaymentService() {
		assertThat(new CardAvailability(new NoClients()).areAvailable()).isFalse();
	}

	/** No address is configured. */
	private record NoClients() implements ServiceClients {

		@Override
		public RestClient named(String name) {
			throw new IllegalArgumentException("'jangteo.clients.%s.url' is missing".formatted(name));
		}

		@Override
		public <T> T create(String name, Class<T> client) {
			throw new IllegalArgumentException("'jangteo.clients.%s.url' is missing".formatted(name));
		}

	}

}
