package dev.jangteo.shop.imports.feed;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;

/**
 * The items of an RSS 2.0 feed. Document types are refused, so there are no entities but
 * the five of XML itself and nothing is fetched from anywhere; whatever the parser would
 * have to keep in memory is bounded.
 */
final class RssFeed implements FeedReader {

	/** Longest item that is kept; of a longer one nothing is. */
	private static final int LONGEST_ITEM = 64 * 1024;

	private static final int DEEPEST = 32;

	private final BoundedTokens bytes;

	private final XMLStreamReader xml;

	private final Vocabulary vocabulary = new Vocabulary();

	private int depth;

	RssFeed(InputStream bytes) throws IOException {

		this.bytes = new BoundedTokens(bytes);

		try {
			this.xml = factory().createXMLStreamReader(this.bytes);
			requireRss();
		}
		catch (XMLStreamException ex) {
			throw translated(ex);
		}
	}

	private static XMLInputFactory factory() {

		var factory = XMLInputFactory.newDefaultFactory();

		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		factory.setProperty(XMLInputFactory.IS_COALESCING, false);
		factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");

		return factory;
	}

	private void requireRss() throws IOException, XMLStreamException {

		while (advance() != XMLStreamConstants.START_ELEMENT) {
			// Until the root: comments and the like.
		}

		if (!"rss".equals(this.xml.getLocalName())) {
			throw new FeedUnreadable(line(),
					"the file is not an RSS 2.0 feed: it begins with " + shortened(this.xml.getLocalName()));
		}
	}

	@Override
	public @Nullable FeedEntry next() throws IOException {
		try {
			while (this.xml.hasNext()) {
				if (advance() == XMLStreamConstants.START_ELEMENT && "item".equals(this.xml.getLocalName())) {
					return item();
				}
			}
			return null;
		}
		catch (XMLStreamException ex) {
			throw translated(ex);
		}
	}

	private FeedEntry item() throws IOException, XMLStreamException {

		var line = line();
		var level = this.depth;
		var values = new HashMap<String, String>();
		var size = 0;

		while (advance() != XMLStreamConstants.END_ELEMENT || this.depth >= level) {

			if (this.xml.getEventType() == XMLStreamConstants.START_ELEMENT) {

				var name = Columns.normal(this.xml.getLocalName());
				var text = text(LONGEST_ITEM - size);
				size += text.length();
				add(values, name, text.strip());
			}

			if (size >= LONGEST_ITEM) {
				leave(level);
				return new FeedEntry.Broken(line, null, "is longer than " + LONGEST_ITEM + " characters");
			}
		}

		return new FeedEntry.Row(line, values);
	}

	/** More than one picture is a list; of anything else the first counts. */
	private static void add(Map<String, String> values, String name, String text) {

		if (!Columns.isKnown(name) || text.isEmpty()) {
			return;
		}

		if ("additional_image_link".equals(name)) {
			values.merge(name, text, (one, other) -> one + "," + other);
		}
		else {
			values.putIfAbsent(name, text);
		}
	}

	/**
	 * The text of the element just begun, up to its end, without that of elements inside
	 * it.
	 */
	private String text(int longest) throws IOException, XMLStreamException {

		var level = this.depth;
		var text = new StringBuilder();

		while (advance() != XMLStreamConstants.END_ELEMENT || this.depth >= level) {
			if (this.xml.isCharacters() && this.depth == level) {
				text.append(this.xml.getTextCharacters(), this.xml.getTextStart(),
						Math.min(this.xml.getTextLength(), longest - text.length()));
			}
		}

		return text.toString();
	}

	private void leave(int level) throws IOException, XMLStreamException {
		while (this.depth >= level) {
			advance();
		}
	}

	private int advance() throws IOException, XMLStreamException {

		if (!this.xml.hasNext()) {
			throw new FeedUnreadable(line(), "the file ends in the middle");
		}

		var event = this.xml.next();
		this.bytes.tokenRead();

		if (event == XMLStreamConstants.DTD) {
			throw new FeedUnreadable(line(), "document type declarations are not accepted");
		}

		if (event == XMLStreamConstants.ENTITY_REFERENCE) {
			throw new FeedUnreadable(line(), "entities are not accepted");
		}

		if (event == XMLStreamConstants.START_ELEMENT) {
			this.vocabulary.meet(this.xml, line());
			if (++this.depth > DEEPEST) {
				throw new FeedUnreadable(line(), "elements are nested more than " + DEEPEST + " deep");
			}
		}

		if (event == XMLStreamConstants.END_ELEMENT) {
			this.depth--;
		}

		return event;
	}

	private long line() {
		return Math.max(1, this.xml.getLocation().getLineNumber());
	}

	/** The parser wraps what the stream threw, once or twice. */
	private static IOException translated(XMLStreamException ex) {

		for (Throwable cause = ex; cause != null; cause = deeper(cause)) {
			if (cause instanceof FeedUnreadable || isOfStorage(cause)) {
				return (IOException) cause;
			}
		}

		var location = ex.getLocation();
		return new FeedUnreadable((location != null) ? Math.max(1, location.getLineNumber()) : 1,
				"the XML is not well-formed, or not in the encoding it declares");
	}

	private static @Nullable Throwable deeper(Throwable cause) {
		return (cause instanceof XMLStreamException ex && ex.getNestedException() != null) ? ex.getNestedException()
				: cause.getCause();
	}

	// The parser's own complaints about bytes are IOExceptions as well.
	private static boolean isOfStorage(Throwable cause) {
		return cause instanceof IOException && cause.getClass().getName().startsWith("dev.jangteo.");
	}

	private static String shortened(String name) {
		return (name.length() > 40) ? name.substring(0, 40) : name;
	}

	@Override
	public void close() throws IOException {
		this.bytes.close();
	}

}
