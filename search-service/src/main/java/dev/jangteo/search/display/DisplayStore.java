package dev.jangteo.search.display;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

import dev.jangteo.search.display.Redis.Script;
import dev.jangteo.search.neighbour.NeighbourAway;
import io.lettuce.core.KeyValue;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The display store. What is older than what it holds never overwrites it: each write
 * compares versions in Redis itself. A card and its detail share a hash tag; many cards
 * are one MGET.
 */
@Component
public class DisplayStore {

	private static final byte[] NOTHING = {};

	private static final Script WRITE = new Script("""
			local head = redis.call('GETRANGE', KEYS[1], 0, 33)
			local stock = '0000000000000000-'
			if #head == 34 then
			  if tonumber(string.sub(head, 1, 16)) > tonumber(ARGV[1]) then return 0 end
			  stock = string.sub(head, 18, 34)
			end
			redis.call('SET', KEYS[1], ARGV[1] .. ARGV[2] .. stock .. ARGV[3])
			if ARGV[4] == '' then redis.call('DEL', KEYS[2]) else redis.call('SET', KEYS[2], ARGV[4]) end
			return 1""");

	private static final Script WRITE_STOCK = new Script("""
			local head = redis.call('GETRANGE', KEYS[1], 0, 33)
			if #head == 34 then
			  if tonumber(string.sub(head, 18, 33)) > tonumber(ARGV[1]) then return 0 end
			  redis.call('SETRANGE', KEYS[1], 17, ARGV[1] .. ARGV[2])
			else
			  redis.call('SET', KEYS[1], '0000000000000000-' .. ARGV[1] .. ARGV[2])
			end
			return 1""");

	private final Redis redis;

	DisplayStore(Redis redis) {
		this.redis = redis;
	}

	/**
	 * Writes what is not older than what is held.
	 * @return the ids of what was written
	 * @throws NeighbourAway when Redis does not answer
	 */
	public Set<UUID> write(Shelf shelf, List<Entry> entries) {
		var answers = this.redis.<Long>writeAll((commands) -> entries.stream().map((entry) -> {
			var content = entry.content();
			var keys = new byte[][] { shelf.card(entry.id()), shelf.detail(entry.id()) };
			return (content != null)
					? WRITE.run(commands, keys, Card.version(entry.version()), state(Card.LIVE), content.card(),
							content.detail())
					: WRITE.run(commands, keys, Card.version(entry.version()), state(Card.DELETED), NOTHING, NOTHING);
		}).toList());
		var written = new HashSet<UUID>();
		for (int i = 0; i < answers.size(); i++) {
			if (answers.get(i) == 1) {
				written.add(entries.get(i).id());
			}
		}
		return written;
	}

	/** Writes whether products have stock left; {@code null} when nobody limits it. */
	public void writeStock(Collection<Stock> stocks) {
		this.redis.writeAll((commands) -> stocks.stream().map((stock) -> {
			var left = stock.available();
			var state = (left == null) ? Card.NONE : left ? Card.LIVE : Card.OUT;
			return WRITE_STOCK.run(commands, new byte[][] { Shelf.PRODUCTS.card(stock.product()) },
					Card.version(stock.version()), state(state));
		}).toList());
	}

	/**
	 * The cards of some ids, in their order, with {@code null} for those unknown.
	 * @throws NeighbourAway when Redis does not answer in time
	 */
	public List<@Nullable Card> cards(Shelf shelf, List<UUID> ids) {
		var keys = new byte[ids.size()][];
		for (int i = 0; i < keys.length; i++) {
			keys[i] = shelf.card(ids.get(i));
		}
		return cards(keys);
	}

	private List<@Nullable Card> cards(byte[][] keys) {
		var cards = new ArrayList<@Nullable Card>(keys.length);
		for (var value : values(keys)) {
			cards.add(Card.of(value));
		}
		return cards;
	}

	/**
	 * The cards of some ids, in their order, with {@code null} for those unknown.
	 * @param ids ids as they are written, in lower case
	 * @throws NeighbourAway when Redis does not answer in time
	 */
	public List<@Nullable Card> stored(Shelf shelf, List<String> ids) {
		return cards(ids.stream().map(shelf::card).toArray(byte[][]::new));
	}

	/**
	 * What only a page needs, in the order of the ids, with {@code null} for those
	 * unknown.
	 */
	public List<byte @Nullable []> details(Shelf shelf, List<UUID> ids) {
		return values(ids.stream().map(shelf::detail).toArray(byte[][]::new));
	}

	/** Puts products on the menus of their shops. Harmless when repeated. */
	public void addToMenus(Map<UUID, UUID> shopByProduct) {
		this.redis.writeAll((commands) -> shopByProduct.entrySet()
			.stream()
			.map((entry) -> (CompletionStage<Long>) commands.zadd(Shelf.menu(entry.getValue()), 0.0,
					Redis.key(entry.getKey().toString())))
			.toList());
	}

	/** Takes a product off the menu of its shop. */
	public void removeFromMenu(UUID product, UUID shop) {
		this.redis.write((commands) -> commands.zrem(Shelf.menu(shop), Redis.key(product.toString())));
	}

	/**
	 * Some products of a shop's menu, oldest first.
	 * @param from how many to pass over
	 */
	public List<UUID> menu(UUID shop, int from, int limit) {
		return this.redis.read((commands) -> commands.zrange(Shelf.menu(shop), from, from + limit - 1L))
			.stream()
			.map((member) -> UUID.fromString(new String(member, StandardCharsets.US_ASCII)))
			.toList();
	}

	public long menuSize(UUID shop) {
		return this.redis.read((commands) -> commands.zcard(Shelf.menu(shop)));
	}

	private List<byte @Nullable []> values(byte[][] keys) {
		if (keys.length == 0) {
			return List.of();
		}
		var found = this.redis.read((commands) -> commands.mget(keys));
		var values = new ArrayList<byte @Nullable []>(found.size());
		for (KeyValue<byte[], byte[]> value : found) {
			values.add(value.hasValue() ? value.getValue() : null);
		}
		return values;
	}

	private static byte[] state(char state) {
		return new byte[] { (byte) state };
	}

	/**
	 * Whether a product has stock left.
	 *
	 * @param product the product
	 * @param version the stock's version
	 * @param available {@code null} when nobody limits it
	 */
	public record Stock(UUID product, long version, @Nullable Boolean available) {

	}

}
