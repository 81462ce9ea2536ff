package dev.jangteo.shop.imports.feed;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DelimitedFeedTests {

	@Test
	void readsRowsByTheirHeading() throws IOException {
		assertThat(csv("""
				id,Title,price,g:brand,colour
				1,Pizza,18000 KRW,Oven,red
				2,Pasta,15000 KRW,,
				""")).containsExactly(
				new FeedEntry.Row(2, Map.of("id", "1", "title", "Pizza", "price", "18000 KRW", "brand", "Oven")),
				new FeedEntry.Row(3, Map.of("id", "2", "title", "Pasta", "price", "15000 KRW")));
	}

	@Test
	void readsQuotedCellsWithSeparatorsQuotesAndLines() throws IOException {

		var rows = csv("id,title,price\n1,\"a, \"\"b\"\"\nc\",3\n2,d,4\n");

		assertThat(((FeedEntry.Row) rows.getFirst()).value("title")).isEqualTo("a, \"b\"\nc");
		assertThat(rows.getLast().line()).isEqualTo(4);
	}

	@Test
	void acceptsAllEndsOfLinesAndBlankOnes() throws IOException {
		assertThat(csv("\r\nid,title,price\r\n1,a,2\r\r\n3,b,4\n\n5,c,6")).extracting(FeedEntry::line)
			.containsExactly(3L, 5L, 7L);
	}

	@Test
	void goesOnAfterAQuoteThatIsNeverClosed() throws IOException {
		assertThat(csv("id,title,price\n1,\"a,2\n3,b,4\n5,c,6\n"))
			.satisfiesExactly(first -> assertThat(first).isInstanceOfSatisfying(FeedEntry.Broken.class, broken -> {
				assertThat(broken.line()).isEqualTo(2);
				assertThat(broken.column()).isEqualTo("2");
			}), second -> assertThat(second.line()).isEqualTo(3), third -> assertThat(third.line()).isEqualTo(4));
	}

	@Test
	void goesOnAfterTextBehindAQuote() throws IOException {

		var rows = csv("id,title,price\n1,\"a\"b,2\n3,b,4\n");

		assertThat(rows.getFirst()).isInstanceOf(FeedEntry.Broken.class);
		assertThat(rows.getLast()).isInstanceOf(FeedEntry.Row.class);
	}

	@Test
	void takesInchesInTabSeparatedFilesLiterally() throws IOException {

		var rows = read(FeedFormat.TSV, "id\ttitle\tprice\n1\t\"55 inch\" TV\t2\n3\t\"7 inch\t4\n5\tA 9\" one\t6\n");

		assertThat(rows).extracting(row -> ((FeedEntry.Row) row).value("title"))
			.containsExactly("\"55 inch\" TV", "\"7 inch", "A 9\" one");
	}

	@Test
	void reportsRowsOfTheWrongWidth() throws IOException {
		assertThat(csv("id,title,price\n1,a\n1,a,2,x\n1,a,2,,\n")).satisfiesExactly(
				few -> assertThat(few)
					.isEqualTo(new FeedEntry.Broken(2, null, "has 2 columns where the heading has 3")),
				many -> assertThat(many).isInstanceOf(FeedEntry.Broken.class),
				trailing -> assertThat(trailing).isInstanceOf(FeedEntry.Row.class));
	}

	@Test
	void reportsEndlessLinesAndGoesOn() throws IOException {

		var rows = csv("id,title,price\n1," + "x".repeat(200_000) + ",2\n3,b,4\n");

		assertThat(rows.getFirst()).isInstanceOf(FeedEntry.Broken.class);
		assertThat(rows.getLast().line()).isEqualTo(3);
	}

	@Test
	void refusesAFileWithoutTheColumnsItNeeds() {
		unreadable("Line 1: the heading has no column price", "id,title\n1,a\n");
		unreadable("Line 1: the heading has no column id", "id;title;price\n1;a;2\n");
		unreadable("Line 1: the heading names the column id twice", "id,g:id,title,price\n");
		unreadable("The file is empty", "\n\n");
	}

	@Test
	void understandsByteOrderMarks() throws IOException {
		assertThat(read(bytes("\ufeffid,title,price\n1,피자,2\n", StandardCharsets.UTF_8))).hasSize(1);
		assertThat(read(bytes("\ufeffid,title,price\n1,피자,2\n", StandardCharsets.UTF_16LE))).hasSize(1);
		assertThat(read(bytes("\ufeffid,title,price\n1,피자,2\n", StandardCharsets.UTF_16BE))).hasSize(1);
	}

	@Test
	void namesTheLineOfAWrongEncoding() throws IOException {

		var bytes = new ByteArrayOutputStream();
		bytes.write(bytes("id,title,price\n1,피자,2\n2,", StandardCharsets.UTF_8));
		bytes.write(bytes("피자", Charset.forName("EUC-KR")));
		bytes.write(bytes(",3\n", StandardCharsets.UTF_8));

		try (var feed = FeedReader.open(FeedFormat.CSV, StandardCharsets.UTF_8,
				new ByteArrayInputStream(bytes.toByteArray()))) {

			assertThat(feed.next()).isInstanceOf(FeedEntry.Row.class);
			assertThatExceptionOfType(FeedUnreadable.class).isThrownBy(feed::next)
				.withMessageStartingWith("Line 3: the file is not in UTF-8");
		}
	}

	@Test
	void refusesACharacterCutInTwoByTheEnd() {
		var whole = bytes("id,title,price\n1,피", StandardCharsets.UTF_8);
		assertThatExceptionOfType(FeedUnreadable.class).isThrownBy(() -> read(Arrays.copyOf(whole, whole.length - 1)));
	}

	@Test
	void holdsOneRowOfAFileOfAnySize() throws IOException {

		var heading = bytes("id,title,price\n", StandardCharsets.UTF_8);
		var row = bytes("1,\"" + "x".repeat(5000) + "\",2\n", StandardCharsets.UTF_8);
		var rows = 40_000;
		var count = 0;

		try (var feed = FeedReader.open(FeedFormat.CSV, StandardCharsets.UTF_8, new Repeated(heading, row, rows))) {
			while (feed.next() != null) {
				count++;
			}
		}

		assertThat(count).isEqualTo(rows);
	}

	private static void unreadable(String message, String text) {
		assertThatExceptionOfType(FeedUnreadable.class).isThrownBy(() -> csv(text)).withMessageStartingWith(message);
	}

	private static List<FeedEntry> csv(String text) throws IOException {
		return read(FeedFormat.CSV, text);
	}

	private static List<FeedEntry> read(FeedFormat format, String text) throws IOException {
		return read(format, bytes(text, StandardCharsets.UTF_8));
	}

	private static List<FeedEntry> read(byte[] bytes) throws IOException {
		return read(FeedFormat.CSV, bytes);
	}

	private static List<FeedEntry> read(FeedFormat format, byte[] bytes) throws IOException {

		var entries = new ArrayList<FeedEntry>();

		try (var feed = FeedReader.open(format, StandardCharsets.UTF_8, new ByteArrayInputStream(bytes))) {
			for (var entry = feed.next(); entry != null; entry = feed.next()) {
				entries.add(entry);
			}
		}

		return entries;
	}

	private static byte[] bytes(String text, Charset charset) {
		return text.getBytes(charset);
	}

	/** A heading and then the same row again and again, made while it is read. */
	private static final class Repeated extends InputStream {

		private final byte[] row;

		private byte[] current;

		private int position;

		private int left;

		private Repeated(byte[] heading, byte[] row, int rows) {
			this.current = heading;
			this.row = row;
			this.left = rows;
		}

		@Override
		public int read() {

			if (this.position == this.current.length) {

				if (this.left-- == 0) {
					return -1;
				}

				this.current = this.row;
				this.position = 0;
			}

			return this.current[this.position++];
		}

		@Override
		public int read(byte[] buffer, int offset, int length) {

			if (this.position == this.current.length) {

				var next = read();

				if (next < 0) {
					return -1;
				}

				buffer[offset] = (byte) next;
				return 1;
			}

			var count = Math.min(length, this.current.length - this.position);

			System.arraycopy(this.current, this.position, buffer, offset, count);
			this.position += count;
			return count;
		}

	}

}
