package dev.jangteo.shop.imports.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RssFeedTests {

	@Test
	void readsItems() throws IOException {
		assertThat(read("""
				<?xml version="1.0" encoding="UTF-8"?>
				<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0">
				<channel><title>A shop</title><link>https://example.com</link>
				<item>
				<g:id>1</g:id><title>피자 &amp; <![CDATA[<Pasta>]]></title><g:price>18000 KRW</g:price>
				<g:shipping><g:price>9 KRW</g:price></g:shipping>
				<g:additional_image_link>https://example.com/1</g:additional_image_link>
				<g:additional_image_link>https://example.com/2</g:additional_image_link>
				<g:colour>red</g:colour>
				</item>
				<item><id>2</id></item>
				</channel></rss>
				""")).containsExactly(
				new FeedEntry.Row(4,
						Map.of("id", "1", "title", "피자 & <Pasta>", "price", "18000 KRW", "additional_image_link",
								"https://example.com/1,https://example.com/2")),
				new FeedEntry.Row(11, Map.of("id", "2")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "UTF-16", "EUC-KR" })
	void understandsTheEncodingItDeclares(String encoding) throws IOException {

		var text = "<?xml version=\"1.0\" encoding=\"" + encoding
				+ "\"?><rss><channel><item><title>피자</title></item></channel></rss>";

		assertThat(read(text.getBytes(Charset.forName(encoding))))
			.containsExactly(new FeedEntry.Row(1, Map.of("title", "피자")));
	}

	@Test
	void refusesBytesOfAnotherEncoding() {
		unreadable("<rss><channel><item><title>피자</title></item></channel></rss>".getBytes(Charset.forName("EUC-KR")),
				"not well-formed, or not in the encoding");
	}

	@Test
	void refusesExternalEntities() {
		unreadable("""
				<!DOCTYPE rss [<!ENTITY secret SYSTEM "file:///etc/passwd">]>
				<rss><channel><item><title>&secret;</title></item></channel></rss>
				""", "document type declarations are not accepted");
	}

	@Test
	void refusesExternalDocumentTypes() {
		unreadable("""
				<!DOCTYPE rss SYSTEM "http://127.0.0.1:1/rss.dtd">
				<rss><channel/></rss>
				""", "document type declarations are not accepted");
	}

	@Test
	void refusesEntityBombs() {
		unreadable("""
				<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>
				<rss><channel><item><title>&c;</title></item></channel></rss>
				""", "document type declarations are not accepted");
	}

	@Test
	void refusesUndeclaredEntities() {
		unreadable("<rss><channel><item><title>&nbsp;</title></item></channel></rss>", "");
	}

	@Test
	void refusesWhatIsNotRss() {
		unreadable("<feed><entry/></feed>", "not an RSS 2.0 feed");
		unreadable("id,title,price", "not well-formed");
		unreadable("", "not well-formed");
	}

	@Test
	void namesTheLineWhereItIsNotWellFormed() {
		unreadable("<rss><channel>\n<item><title>a</titel></item>\n</channel></rss>", "Line 2: ");
		unreadable("<rss><channel>\n<item>", "Line 2: ");
	}

	@Test
	void reportsEndlessItemsAndGoesOn() throws IOException {

		var rows = read("<rss><channel><item><id>1</id><description>" + "x".repeat(300_000)
				+ "</description></item><item><id>2</id></item></channel></rss>");

		assertThat(rows.getFirst()).isInstanceOf(FeedEntry.Broken.class);
		assertThat(rows.getLast()).isEqualTo(new FeedEntry.Row(1, Map.of("id", "2")));
	}

	@Test
	void refusesWhatWouldFillTheMemory() {
		var big = "x".repeat(3 * 1024 * 1024);
		unreadable("<rss><!--" + big + "--></rss>", "more than 1 MiB");
		unreadable("<rss><channel a=\"" + big + "\"/></rss>", "more than 1 MiB");
		unreadable("<rss><" + big + "/></rss>", "");
		unreadable("<rss><channel><item><title><![CDATA[" + big + "]]></title></item></channel></rss>", "");
		unreadable("<rss>" + "<a>".repeat(100_000) + "</rss>", "nested more than");
		unreadable(
				"<rss>" + String.join("", IntStream.range(0, 5000).mapToObj(i -> "<a" + i + "/>").toList()) + "</rss>",
				"different names");
	}

	@Test
	void holdsOneItemOfAFileOfAnySize() throws IOException {

		var count = 0;
		var item = "<item><id>1</id><description>" + "x".repeat(5000) + "</description></item>\n";
		var parts = Stream
			.of(Stream.of("<rss><channel>"), Stream.generate(() -> item).limit(20_000), Stream.of("</channel></rss>"))
			.flatMap(texts -> texts)
			.<InputStream>map(text -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
			.iterator();

		try (var feed = FeedReader.open(FeedFormat.RSS, StandardCharsets.UTF_8,
				new SequenceInputStream(new java.util.Enumeration<>() {

					@Override
					public boolean hasMoreElements() {
						return parts.hasNext();
					}

					@Override
					public InputStream nextElement() {
						return parts.next();
					}

				}))) {
			while (feed.next() != null) {
				count++;
			}
		}

		assertThat(count).isEqualTo(20_000);
	}

	private static void unreadable(String text, String message) {
		unreadable(text.getBytes(StandardCharsets.UTF_8), message);
	}

	private static void unreadable(byte[] bytes, String message) {
		assertThatExceptionOfType(FeedUnreadable.class).isThrownBy(() -> read(bytes)).withMessageContaining(message);
	}

	private static List<FeedEntry> read(String text) throws IOException {
		return read(text.getBytes(StandardCharsets.UTF_8));
	}

	private static List<FeedEntry> read(byte[] bytes) throws IOException {

		var entries = new ArrayList<FeedEntry>();

		try (var feed = FeedReader.open(FeedFormat.RSS, StandardCharsets.UTF_8, new ByteArrayInputStream(bytes))) {
			for (var entry = feed.next(); entry != null; entry = feed.next()) {
				entries.add(entry);
			}
		}

		return Collections.unmodifiableList(entries);
	}

}
