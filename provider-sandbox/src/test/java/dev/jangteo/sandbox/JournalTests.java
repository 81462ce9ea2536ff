package dev.jangteo.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class JournalTests {

	private static final String DAY = "/v1/transactions?startDate=2020-01-01T00:00:00&endDate=2120-01-01T00:00:00";

	@TempDir
	private Path data;

	@Test
	void knowsEverythingAfterARestart() {
		String key;
		String books;
		String transactions;
		Merchant.Outcome answer;
		try (var provider = Sandbox.start(0, data)) {
			var merchant = new Merchant(provider);
			merchant.begins("order-2", 1000);
			key = merchant.begins("order-1", 18000);
			answer = merchant.confirms(key, "order-1", 18000, "key-1").isOk();
			merchant.cancels(key, Map.of("cancelReason", "none", "cancelAmount", 3000)).isOk();
			books = merchant.get("/sandbox/books").body();
			transactions = merchant.get(DAY).body();
		}
		try (var provider = Sandbox.start(0, data)) {
			var merchant = new Merchant(provider);
			assertThat(merchant.get("/sandbox/books").body()).isEqualTo(books);
			assertThat(merchant.get(DAY).body()).isEqualTo(transactions);
			assertThat(merchant.confirms(key, "order-1", 18000, "key-1")).isEqualTo(answer);
		}
	}

	@Test
	void forgetsALineThatWasNotFinished() throws IOException {
		try (var provider = Sandbox.start(0, data)) {
			new Merchant(provider).paid("order-1", 18000);
		}
		append("{\"payment\":{\"paymentKey\":\"half");
		try (var provider = Sandbox.start(0, data)) {
			var merchant = new Merchant(provider);
			assertThat(merchant.get("/v1/payments/orders/order-1").text("status")).isEqualTo("DONE");
			merchant.paid("order-2", 18000);
		}
		try (var provider = Sandbox.start(0, data)) {
			assertThat(new Merchant(provider).get("/sandbox/books").text("approvals")).isEqualTo("2");
		}
	}

	@Test
	void doesNotStartWithALineItCannotRead() throws IOException {
		append("nonsense\n");
		assertThatIllegalStateException().isThrownBy(() -> Sandbox.start(0, data)).withMessageContaining("Line 1");
	}

	@Test
	void belongsToOneSandbox() {
		try (var provider = Sandbox.start(0, data)) {
			assertThat(provider.url()).startsWith("http://127.0.0.1:");
			assertThatIllegalStateException().isThrownBy(() -> Sandbox.start(0, data));
		}
	}

	private void append(String text) throws IOException {
		Files.writeString(data.resolve("books.jsonl"), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
	}

}
