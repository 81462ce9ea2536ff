package dev.jangteo.payment.settlement;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.Executors;

import dev.jangteo.payment.support.ServiceTests;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Each test has a business day of its own, long past, since days are closed for all.
 */
class SettlementTests extends ServiceTests {

	private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

	/** No other owner comes after this one. */
	private static final String LAST = "ffffffff-ffff-4fff-bfff-ffffffffffff";

	private static LocalDate nextDay = LocalDate.of(2020, 1, 1);

	private final LocalDate day = nextDay;

	private final LocalDate dayAfter = day.plusDays(1);

	@Autowired
	private CloseDay closeDay;

	@Autowired
	private S3Client storage;

	SettlementTests() {
		nextDay = nextDay.plusDays(10);
	}

	@Test
	void aDayIsSettledPerOwnerLessCommissionTaxAndWhatWasTakenAtTheDoor() {
		delivered("CARD", 18000, day);
		delivered("CARD", 22000, day);
		delivered("PAY_ON_DELIVERY", 18000, day);
		operator().post("/api/v1/ops/settlements/" + day, "");
		var settlement = settlement(0);

		assertThat(settlement.at("/businessDay").asString()).isEqualTo(day.toString());
		assertThat(settlement.at("/orders").asInt()).isEqualTo(3);
		assertThat(won(settlement, "cardSales")).isEqualTo(40000);
		assertThat(won(settlement, "doorCash")).isEqualTo(18000);
		assertThat(won(settlement, "commission")).isEqualTo(1088 + 1360 + 1088);
		assertThat(won(settlement, "commissionVat")).isEqualTo(109 + 136 + 109);
		assertThat(won(settlement, "payout")).isEqualTo(40000 - 3536 - 354);
		assertThat(owed()).isEqualTo(won(settlement, "payout"));
	}

	@Test
	void whatCashOrdersOweIsCarriedToTheNextDay() {
		delivered("PAY_ON_DELIVERY", 18000, day);
		closeDay.close(day);
		delivered("CARD", 18000, dayAfter);
		closeDay.close(dayAfter);

		assertThat(won(settlement(1), "payout")).isZero();
		assertThat(won(settlement(1), "carriedOut")).isEqualTo(-1197);
		assertThat(won(settlement(0), "carriedIn")).isEqualTo(-1197);
		assertThat(won(settlement(0), "payout")).isEqualTo(18000 - 1197 - 1197);
	}

	@Test
	void aRefundAfterTheCloseIsTakenFromTheNextDay() {
		var paid = delivered("CARD", 18000, day);
		closeDay.close(day);
		var before = settlement(0);
		PROVIDER.cancel(paid.key(), 18000);
		await().untilAsserted(() -> assertThat(status(paid.order())).isEqualTo("REFUNDED"));
		closeDay.close(LocalDate.now(SEOUL));

		assertThat(settlement(1)).isEqualTo(before);
		assertThat(won(settlement(0), "refunds")).isEqualTo(18000);
		assertThat(won(settlement(0), "commission")).isEqualTo(-1088);
		assertThat(won(settlement(0), "net")).isEqualTo(-(18000 - 1197));
		jdbc.sql("delete from closed_days where business_day = ?").param(LocalDate.now(SEOUL)).update();
	}

	@Test
	void aDayClosedTwiceAndAtOnceIsSettledOnce() {
		for (var i = 0; i < 3; i++) {
			delivered("PAY_ON_DELIVERY", 18000, day);
		}
		try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
			for (var i = 0; i < 4; i++) {
				both.execute(() -> closeDay.close(day));
			}
		}
		delivered("PAY_ON_DELIVERY", 18000, day);
		closeDay.close(day);

		assertThat(settlements()).hasSize(1);
		assertThat(settlement(0).at("/orders").asInt()).isEqualTo(3);
	}

	/** Owners are settled some hundred at a time. */
	@Test
	void aCloseThatBreaksOffIsGoneOnWithAndSettlesEachOwnerOnce() {
		var owners = 1200;
		jdbc.sql("""
				with posted as (
					insert into postings (id, cause, kind, order_id, owner_id, business_day, at)
					select uuidv7(), 'crash:' || :day || number, 'DELIVERED', uuidv7(),
						case number when :owners then '%s'::uuid else gen_random_uuid() end, :day, now()
					from generate_series(1, :owners) as number
					returning id, owner_id
				), unsettled as (
					insert into unsettled_postings (posting_id, owner_id, currency, business_day)
					select id, owner_id, 'KRW', :day
					from posted
				)
				insert into entries (posting_id, account, currency, amount)
				select id, account, 'KRW', entry.amount
				from posted, (values ('SHOPPER', 1000), ('OWNER_PAYABLE', -1000)) as entry (account, amount)
				""".formatted(LAST)).param("day", day).param("owners", owners).update();
		jdbc.sql("""
				create function die() returns trigger language plpgsql as $$
				begin
					if new.owner_id = '%s' then
						raise exception 'killed here';
					end if;
					return new;
				end
				$$
				""".formatted(LAST)).update();
		jdbc.sql("create trigger dies before insert on settlements for each row execute function die()").update();
		try {
			assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> closeDay.close(day))
				.withStackTraceContaining("killed here");
		}
		finally {
			jdbc.sql("drop function die() cascade").update();
		}

		assertThat(closed(owners)).isEqualTo("0 1000 200");
		closeDay.close(day);
		closeDay.close(day);
		assertThat(closed(owners)).isEqualTo("1 1200 0");
	}

	@Test
	void aStatementListsEveryOrderAndSumsUp() {
		delivered("CARD", 18000, day);
		var cash = delivered("PAY_ON_DELIVERY", 22000, day);
		closeDay.close(day);
		var id = settlement(0).at("/id").asString();
		var first = owner().get("/api/v1/owner/settlements/" + id + "?limit=1").body();
		var second = owner()
			.get("/api/v1/owner/settlements/%s?limit=1&cursor=%s".formatted(id,
					first.at("/lines/nextCursor").asString()))
			.body();

		assertThat(first.at("/lines/items/0/kind").asString()).isEqualTo("CARD");
		assertThat(second.at("/lines/items/0/orderId").asString()).isEqualTo(cash.order().toString());
		assertThat(second.at("/lines/items/0/amount/amount").asInt()).isEqualTo(22000);
		assertThat(second.at("/lines/nextCursor").isNull()).isTrue();
	}

	@Test
	void anothersSettlementIsNotFound() {
		delivered("CARD", 18000, day);
		closeDay.close(day);
		var id = settlement(0).at("/id").asString();
		var stranger = as(UUID.randomUUID(), "OWNER");

		assertThat(stranger.get("/api/v1/owner/settlements/" + id).status()).isEqualTo(404);
		assertThat(stranger.get("/api/v1/owner/settlements").body().at("/items")).isEmpty();
		assertThat(shopper().get("/api/v1/owner/settlements").status()).isEqualTo(403);
		assertThat(owner().post("/api/v1/ops/settlements/" + day, "").status()).isEqualTo(403);
		assertThat(operator().post("/api/v1/ops/settlements/2999-01-01", "").status()).isEqualTo(400);
		assertThat(operator().post("/api/v1/ops/settlements/today", "").status()).isEqualTo(400);
	}

	@Test
	void anExportHasAManifestAndTheSameBytesAgain() throws Exception {
		delivered("CARD", 18000, day);
		delivered("PAY_ON_DELIVERY", 18000, day);
		var exported = operator().post("/api/v1/ops/settlements/" + day, "");
		var csv = file("settlements.csv");
		var json = file("settlements.json");
		var manifest = file("manifest.json");
		operator().post("/api/v1/ops/settlements/" + day, "");

		assertThat(exported.at("folder")).isEqualTo("settlements/" + day);
		assertThat(file("settlements.csv")).isEqualTo(csv).contains(ownerId.toString());
		assertThat(file("settlements.json")).isEqualTo(json);
		assertThat(file("manifest.json")).isEqualTo(manifest);
		var read = JsonMapper.builder().build().readTree(manifest);
		var lines = csv.lines().skip(1).toList();
		assertThat(read.at("/count").asInt()).isEqualTo(lines.size());
		assertThat(read.at("/payout/KRW").asLong())
			.isEqualTo(lines.stream().mapToLong((line) -> Long.parseLong(line.split(",")[12])).sum());
		assertThat(read.at("/files/0/sha256").asString()).isEqualTo(HexFormat.of()
			.formatHex(MessageDigest.getInstance("SHA-256").digest(csv.getBytes(StandardCharsets.UTF_8))));
	}

	/**
	 * Whether the day is closed, how many settlements it has, and how many are missing.
	 */
	private String closed(int owners) {
		return jdbc.sql("""
				select (select count(*) from closed_days where business_day = :day) || ' ' || count(*) || ' '
					|| :owners - count(distinct owner_id)
				from settlements
				where business_day = :day and payout = 1000
				""").param("day", day).param("owners", owners).query(String.class).single();
	}

	private Paid delivered(String method, long total, LocalDate when) {
		var paid = method.equals("CARD") ? paid(total)
				: new Paid(UUID.randomUUID(), anOrder(total, method, "PLACED"), "");
		becomes(paid.order(), "DELIVERED", when.atTime(12, 0).atZone(SEOUL).toInstant());
		await().until(() -> jdbc.sql(
				"select exists (select from unsettled_postings u join postings p on p.id = u.posting_id where p.order_id = ?)")
			.param(paid.order())
			.query(Boolean.class)
			.single());
		return paid;
	}

	private JsonNode settlements() {
		return owner().get("/api/v1/owner/settlements").body().at("/items");
	}

	private JsonNode settlement(int index) {
		return settlements().get(index);
	}

	/** What the ledger says we owe this test's owner. */
	private long owed() {
		return jdbc.sql("""
				select -sum(e.amount)
				from entries e
				join postings p on p.id = e.posting_id
				where p.owner_id = ? and e.account = 'OWNER_PAYABLE'
				""").param(ownerId).query(Long.class).single();
	}

	private String file(String name) throws IOException {
		return storage
			.getObjectAsBytes(
					(request) -> request.bucket("jangteo-settlements").key("settlements/%s/%s".formatted(day, name)))
			.asString(StandardCharsets.UTF_8);
	}

	private static long won(JsonNode settlement, String field) {
		return settlement.at("/" + field + "/amount").asLong();
	}

}
