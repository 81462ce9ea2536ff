package dev.jangteo.shop.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import dev.jangteo.shop.imports.feed.FeedEntry;
import dev.jangteo.shop.imports.feed.FeedReader;
import dev.jangteo.shop.products.FeedProduct;
import dev.jangteo.shop.values.InvalidValue;

/**
 * The next rows of a feed: as many as fit into a short transaction and little memory.
 *
 * @param mentioned ids of all rows that have one, rejected ones included: a typing error
 * in a price must not let a full import remove the product
 * @param rows how many rows there were, good and bad
 */
record Batch(List<FeedProduct> products, List<Rejection> rejections, List<String> mentioned, int rows) {

	private static final int MOST_ROWS = 300;

	private static final int MOST_CHARACTERS = 1_000_000;

	static Batch read(FeedReader feed, FeedMeaning meaning) throws IOException {

		var products = new ArrayList<FeedProduct>();
		var rejections = new ArrayList<Rejection>();
		var mentioned = new ArrayList<String>();
		var rows = 0;
		var characters = 0;

		while (rows < MOST_ROWS && characters < MOST_CHARACTERS) {

			switch (feed.next()) {
				case null -> {
					return new Batch(products, rejections, mentioned, rows);
				}
				case FeedEntry.Broken broken ->
					rejections.add(new Rejection(broken.line(), broken.column(), broken.reason(), null));
				case FeedEntry.Row row -> {
					characters += row.values().values().stream().mapToInt(String::length).sum();
					take(row, meaning, products, rejections, mentioned);
				}
			}

			rows++;
		}

		return new Batch(products, rejections, mentioned, rows);
	}

	private static void take(FeedEntry.Row row, FeedMeaning meaning, List<FeedProduct> products,
			List<Rejection> rejections, List<String> mentioned) {

		var id = row.value("id");

		if (id != null && id.length() <= FeedProduct.LONGEST_ID) {
			mentioned.add(id.replace("\u0000", ""));
		}

		try {
			products.add(meaning.product(row));
		}
		catch (InvalidValue ex) {
			rejections.add(new Rejection(row.line(), ex.field(), ex.reason(), row.value(ex.field())));
		}
	}

	boolean isEmpty() {
		return this.rows == 0;
	}

}
