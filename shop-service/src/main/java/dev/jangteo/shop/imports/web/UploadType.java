package dev.jangteo.shop.imports.web;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;

import dev.jangteo.shop.imports.feed.FeedFormat;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;

/**
 * What the sender says the file is.
 */
record UploadType(FeedFormat format, Charset charset) {

	private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, StandardCharsets.US_ASCII,
			StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

	static UploadType of(MediaType type) throws HttpMediaTypeNotSupportedException {
		return new UploadType(format(type), charset(type));
	}

	private static FeedFormat format(MediaType type) {
		return switch (type.getSubtype()) {
			case "csv" -> FeedFormat.CSV;
			case "tab-separated-values" -> FeedFormat.TSV;
			default -> FeedFormat.RSS;
		};
	}

	private static Charset charset(MediaType type) throws HttpMediaTypeNotSupportedException {
		try {
			var charset = type.getCharset();

			if (charset == null) {
				return StandardCharsets.UTF_8;
			}

			if (CHARSETS.contains(charset)) {
				return charset;
			}
		}
		catch (IllegalCharsetNameException | UnsupportedCharsetException ex) {
			// Refused below like any other.
		}

		throw new HttpMediaTypeNotSupportedException("The charset must be UTF-8 or UTF-16.");
	}

}
