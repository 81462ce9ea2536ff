package dev.jangteo.payment.settlement;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import dev.jangteo.defaults.storage.ObjectStorage;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Writes a closed day for others: as CSV, as JSON, and a manifest by which they check
 * both. What is written depends on the settlements alone, which never change: the same
 * day gives the same bytes.
 */
@Service
public class ExportDay {

	private static final int PAGE = 1000;

	private static final List<String> HEADER = List.of("settlementId", "ownerId", "businessDay", "currency", "orders",
			"cardSales", "doorCash", "refunds", "commission", "commissionVat", "carriedIn", "net", "payout",
			"carriedOut");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final JdbcClient jdbc;

	private final ObjectStorage files;

	private final Clock clock;

	ExportDay(JdbcClient jdbc, ObjectStorage files, Clock clock) {
		this.jdbc = jdbc;
		this.files = files;
		this.clock = clock;
	}

	/**
	 * Exports a closed day. The manifest comes last: who sees it finds the rest.
	 * @throws dev.jangteo.defaults.storage.StorageAway when it cannot be stored
	 */
	public void export(LocalDate day) throws IOException {
		var folder = Files.createTempDirectory("settlements");
		try {
			write(day, folder);
			for (var name : List.of("settlements.csv", "settlements.json", "manifest.json")) {
				files.put("settlements/%s/%s".formatted(day, name), folder.resolve(name),
						name.endsWith(".csv") ? "text/csv; charset=utf-8" : "application/json");
			}
		}
		finally {
			for (var name : List.of("settlements.csv", "settlements.json", "manifest.json")) {
				Files.deleteIfExists(folder.resolve(name));
			}
			Files.deleteIfExists(folder);
		}
		jdbc.sql("update closed_days set exported_at = ? where business_day = ?")
			.params(clock.instant().atOffset(ZoneOffset.UTC), day)
			.update();
	}

	private void write(LocalDate day, Path folder) throws IOException {
		var csv = new Output(folder.resolve("settlements.csv"));
		var json = new Output(folder.resolve("settlements.json"));
		var totals = new Totals();
		try (csv; json) {
			csv.writer.write(String.join(",", HEADER) + "\r\n");
			json.writer.write("{\"businessDay\":\"%s\",\"settlements\":[".formatted(day));
			var separator = "\n";
			for (var page = page(day, new UUID(0, 0), ""); !page.isEmpty(); page = page(day,
					page.getLast().ownerId().value(), page.getLast().payout().currency().getCurrencyCode())) {
				for (var settlement : page) {
					var fields = fields(settlement);
					csv.writer.write(String.join(",", fields.values().stream().map(String::valueOf).toList()) + "\r\n");
					json.writer.write(separator + JSON.writeValueAsString(fields));
					separator = ",\n";
					totals.add(settlement);
				}
			}
			json.writer.write("\n]}\n");
		}
		var manifest = new TreeMap<String, Object>();
		manifest.put("businessDay", day.toString());
		manifest.put("count", totals.count);
		manifest.put("payout", totals.payout);
		manifest.put("net", totals.net);
		manifest.put("files", List.of(csv.entry(), json.entry()));
		Files.writeString(folder.resolve("manifest.json"), JSON.writeValueAsString(manifest) + "\n");
	}

	private List<Settlement> page(LocalDate day, UUID owner, String currency) {
		return jdbc.sql(Settlement.COLUMNS + """
				where business_day = ? and (owner_id, currency) > (?, ?)
				order by owner_id, currency
				limit ?
				""").params(day, owner, currency, PAGE).query(Settlement::read).list();
	}

	private static Map<String, Object> fields(Settlement settlement) {
		var fields = new LinkedHashMap<String, Object>();
		var values = List.of(settlement.id().value().toString(), settlement.ownerId().value().toString(),
				settlement.businessDay().toString(), settlement.payout().currency().getCurrencyCode(),
				settlement.orders(), settlement.cardSales().amount(), settlement.doorCash().amount(),
				settlement.refunds().amount(), settlement.commission().amount(), settlement.commissionVat().amount(),
				settlement.carriedIn().amount(), settlement.net().amount(), settlement.payout().amount(),
				settlement.carriedOut().amount());
		for (var i = 0; i < values.size(); i++) {
			fields.put(HEADER.get(i), values.get(i));
		}
		return fields;
	}

	private static final class Totals {

		private final Map<String, BigDecimal> payout = new TreeMap<>();

		private final Map<String, BigDecimal> net = new TreeMap<>();

		private long count;

		private void add(Settlement settlement) {
			var currency = settlement.payout().currency().getCurrencyCode();
			count++;
			payout.merge(currency, settlement.payout().amount(), BigDecimal::add);
			net.merge(currency, settlement.net().amount(), BigDecimal::add);
		}

	}

	/** A file that is summed up while it is written. */
	private static final class Output implements AutoCloseable {

		private final Path file;

		private final MessageDigest digest;

		private final Writer writer;

		private Output(Path file) throws IOException {
			this.file = file;
			this.digest = sha256();
			this.writer = new BufferedWriter(new OutputStreamWriter(
					new DigestOutputStream(Files.newOutputStream(file), digest), StandardCharsets.UTF_8));
		}

		private Map<String, Object> entry() throws IOException {
			var entry = new TreeMap<String, Object>();
			entry.put("name", String.valueOf(file.getFileName()));
			entry.put("bytes", Files.size(file));
			entry.put("sha256", HexFormat.of().formatHex(digest.digest()));
			return entry;
		}

		@Override
		public void close() throws IOException {
			writer.close();
		}

		private static MessageDigest sha256() {
			try {
				return MessageDigest.getInstance("SHA-256");
			}
			catch (NoSuchAlgorithmException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
