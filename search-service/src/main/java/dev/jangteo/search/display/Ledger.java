package dev.jangteo.search.display;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.jangteo.search.display.Redis.Script;
import dev.jangteo.search.neighbour.NeighbourAway;
import io.lettuce.core.KeyValue;

import org.springframework.stereotype.Component;

/**
 * Which version of what both stores hold. It is written last, when display store and
 * index have taken a version, and lies with the display store, under the name of the very
 * index it speaks of: whichever of the two is lost, the ledger is empty and the copy is
 * filled again. A deleted subject is held as a negative version.
 */
@Component
public class Ledger {

	private static final int SLICES = 256;

	private static final String PREFIX = "jangteo:held:";

	private static final Script WRITE = new Script("""
			for i = 1, #ARGV, 2 do
			  local held = tonumber(redis.call('HGET', KEYS[1], ARGV[i]) or '0')
			  if math.abs(tonumber(ARGV[i + 1])) >= math.abs(held) then
			    redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1])
			  end
			end
			return 1""");

	private final Redis redis;

	Ledger(Redis redis) {
		this.redis = redis;
	}

	/**
	 * Notes versions that are not older than the ones noted.
	 * @param book whose versions
	 * @param versions by id; negative for what was deleted
	 * @throws NeighbourAway when Redis does not answer
	 */
	public void write(Book book, Map<UUID, Long> versions) {
		var slices = versions.keySet().stream().collect(Collectors.groupingBy(Ledger::slice));
		this.redis.writeAll((commands) -> slices.entrySet().stream().map((slice) -> {
			var arguments = slice.getValue()
				.stream()
				.flatMap((id) -> List
					.of(Redis.key(id.toString()), Redis.key(Long.toString(versions.getOrDefault(id, 0L))))
					.stream())
				.toArray(byte[][]::new);
			return WRITE.run(commands, new byte[][] { book.key(slice.getKey()) }, arguments);
		}).toList());
	}

	/** The versions noted of some ids, those of the deleted ones included. */
	public Map<UUID, Long> versions(Book book, Collection<UUID> ids) {
		var asked = List.copyOf(ids);
		var found = this.redis.writeAll((commands) -> asked.stream()
			.map((id) -> (CompletionStage<byte[]>) commands.hget(book.key(slice(id)), Redis.key(id.toString())))
			.toList());
		var versions = new HashMap<UUID, Long>();
		for (int i = 0; i < found.size(); i++) {
			if (found.get(i) != null) {
				versions.put(asked.get(i), Math.abs(number(found.get(i))));
			}
		}
		return versions;
	}

	/** The versions noted of all live ones in a slice. */
	public Map<UUID, Long> live(Book book, int slice) {
		var live = new HashMap<UUID, Long>();
		this.redis.write((commands) -> commands.hgetall(book.key(slice))).forEach((id, value) -> {
			var version = number(value);
			if (version > 0) {
				live.put(UUID.fromString(text(id)), version);
			}
		});
		return live;
	}

	/** Whether nothing is noted. */
	public boolean isEmpty(Book book) {
		return this.redis.write((commands) -> commands.exists(book.keys())) == 0;
	}

	/**
	 * The index the notes speak of. A new name makes the notes of the one before go.
	 * @param subject whose versions
	 */
	public Book open(String subject, String generation) {
		var current = Redis.key(PREFIX + subject + ":generation");
		var before = this.redis.write((commands) -> commands.getset(current, Redis.key(generation)));
		if (before != null && !text(before).equals(generation)) {
			this.redis.write((commands) -> commands.unlink(new Book(subject, text(before)).keys()));
		}
		return new Book(subject, generation);
	}

	/** The notes opened last, for when the index cannot say its name. */
	public Optional<Book> last(String subject) {
		var current = this.redis.write((commands) -> commands.get(Redis.key(PREFIX + subject + ":generation")));
		return Optional.ofNullable(current).map((generation) -> new Book(subject, text(generation)));
	}

	/**
	 * Notes what the display store took but the index could not.
	 * @param versions by id; negative for what was deleted
	 */
	public void owe(String subject, Map<UUID, Long> versions) {
		this.redis.writeAll((commands) -> versions.entrySet()
			.stream()
			.map((entry) -> commands.hset(owed(subject), Redis.key(entry.getKey().toString()),
					Redis.key(Long.toString(entry.getValue()))))
			.toList());
	}

	/** Strikes out what was owed. */
	public void paid(String subject, Collection<UUID> ids) {
		var members = ids.stream().map((id) -> Redis.key(id.toString())).toArray(byte[][]::new);
		this.redis.write((commands) -> commands.hdel(owed(subject), members));
	}

	/** Whether any of these are owed. */
	public boolean owes(String subject, Collection<UUID> ids) {
		var members = ids.stream().map((id) -> Redis.key(id.toString())).toArray(byte[][]::new);
		return this.redis.write((commands) -> commands.hmget(owed(subject), members))
			.stream()
			.anyMatch(KeyValue::hasValue);
	}

	public long owedCount(String subject) {
		return this.redis.write((commands) -> commands.hlen(owed(subject)));
	}

	/** Some of what is owed. */
	public Map<UUID, Long> owed(String subject, int limit) {
		var owed = new HashMap<UUID, Long>();
		for (var entry : this.redis.write((commands) -> commands.hrandfieldWithvalues(owed(subject), limit))) {
			owed.put(UUID.fromString(text(entry.getKey())), number(entry.getValue()));
		}
		return owed;
	}

	private static byte[] owed(String subject) {
		return Redis.key(PREFIX + subject + ":owed");
	}

	private static int slice(UUID id) {
		return (int) (id.getLeastSignificantBits() & 0xff);
	}

	private static long number(byte[] value) {
		return Long.parseLong(text(value));
	}

	private static String text(byte[] value) {
		return new String(value, StandardCharsets.US_ASCII);
	}

	/**
	 * The notes on one kind of subject.
	 *
	 * @param subject whose versions
	 * @param generation the index they speak of
	 */
	public record Book(String subject, String generation) {

		byte[] key(int slice) {
			return Redis.key("%s%s:%s:{%02x}".formatted(PREFIX, this.subject, this.generation, slice));
		}

		byte[][] keys() {
			return IntStream.range(0, SLICES).mapToObj(this::key).toArray(byte[][]::new);
		}

	}

}
