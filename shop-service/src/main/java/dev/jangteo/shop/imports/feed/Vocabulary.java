package dev.jangteo.shop.imports.feed;

import java.util.HashSet;
import java.util.Set;

import javax.xml.stream.XMLStreamReader;

/**
 * The names an XML file uses. Parsers keep every name they ever met, so a file made of
 * names would fill the memory.
 */
final class Vocabulary {

	private static final int MOST = 2000;

	private final Set<Object> names = new HashSet<>();

	void meet(XMLStreamReader xml, long line) throws FeedUnreadable {

		this.names.add(xml.getName());

		for (int i = 0; i < xml.getAttributeCount(); i++) {
			this.names.add(xml.getAttributeName(i));
		}

		for (int i = 0; i < xml.getNamespaceCount(); i++) {
			this.names.add(String.valueOf(xml.getNamespaceURI(i)));
		}

		if (this.names.size() > MOST) {
			throw new FeedUnreadable(line, "the file uses more than " + MOST + " different names");
		}
	}

}
