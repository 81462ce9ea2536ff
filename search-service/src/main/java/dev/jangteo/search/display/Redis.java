package dev.jangteo.search.display;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

import dev.jangteo.search.neighbour.Neighbour;
import dev.jangteo.search.neighbour.NeighbourAway;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.codec.Base16;
import io.lettuce.core.codec.ByteArrayCodec;
import jakarta.annotation.PreDestroy;
import org.jspecify.annotations.Nullable;

import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.stereotype.Component;

/**
 * One shared connection of bytes to Redis or to a Redis Cluster, opened when first
 * needed. Commands of several callers go out together; whoever waits too long is told
 * {@link NeighbourAway}.
 */
@Component
class Redis {

	private static final String NAME = "redis";

	private final LettuceConnectionFactory factory;

	private final DisplaySettings settings;

	private final Neighbour reading;

	private final Neighbour writing;

	private final ReentrantLock opening = new ReentrantLock();

	private volatile @Nullable Link link;

	Redis(LettuceConnectionFactory factory, DisplaySettings settings) {
		this.factory = factory;
		this.settings = settings;
		this.reading = new Neighbour(NAME, settings.places(), 8, Duration.ofMillis(500));
		this.writing = new Neighbour(NAME, 32, 3, Duration.ofMillis(500));
	}

	<T> T read(Function<RedisClusterAsyncCommands<byte[], byte[]>, CompletionStage<T>> command) {
		return this.reading.ask(() -> await(command.apply(commands()), this.settings.timeout()));
	}

	<T> T write(Function<RedisClusterAsyncCommands<byte[], byte[]>, CompletionStage<T>> command) {
		return this.writing.ask(() -> await(command.apply(commands()), this.settings.writeTimeout()));
	}

	/** Several writes, sent together; the answers are in their order. */
	<T> List<T> writeAll(
			Function<RedisClusterAsyncCommands<byte[], byte[]>, List<? extends CompletionStage<T>>> commands) {
		return this.writing.ask(() -> {
			var answers = new ArrayList<T>();
			for (var sent : commands.apply(commands())) {
				answers.add(await(sent, this.settings.writeTimeout()));
			}
			return answers;
		});
	}

	private <T> T await(CompletionStage<T> sent, Duration limit) {
		try {
			return sent.toCompletableFuture().get(limit.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (ExecutionException ex) {
			throw failure(ex);
		}
		catch (TimeoutException ex) {
			throw new NeighbourAway(NAME, ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new NeighbourAway(NAME, ex);
		}
	}

	// What Redis finds wrong with a command is no sign of its being away: waiting would
	// not
	// help, and whatever was written must be counted as failed.
	private static RuntimeException failure(ExecutionException failure) {
		var cause = Script.unwrap(failure);
		return (cause instanceof RedisCommandExecutionException refused
				&& String.valueOf(refused.getMessage()).startsWith("ERR"))
						? new IllegalStateException("Redis refused a command", refused)
						: new NeighbourAway(NAME, cause);
	}

	private RedisClusterAsyncCommands<byte[], byte[]> commands() {
		var open = this.link;
		return (open != null) ? open.commands() : open().commands();
	}

	private Link open() {
		this.opening.lock();
		try {
			var open = this.link;
			if (open == null) {
				open = connect();
				this.link = open;
			}
			return open;
		}
		catch (RedisException ex) {
			throw new NeighbourAway(NAME, ex);
		}
		finally {
			this.opening.unlock();
		}
	}

	private Link connect() {
		return switch (this.factory.getRequiredNativeClient()) {
			case RedisClusterClient cluster -> {
				var connection = cluster.connect(ByteArrayCodec.INSTANCE);
				yield new Link(connection, connection.async());
			}
			case RedisClient single -> {
				var connection = single.connect(ByteArrayCodec.INSTANCE);
				yield new Link(connection, connection.async());
			}
			default -> throw new IllegalStateException("Neither Redis nor a Redis Cluster");
		};
	}

	@PreDestroy
	void close() {
		var open = this.link;
		if (open != null) {
			open.connection().close();
		}
	}

	static byte[] key(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private record Link(StatefulConnection<byte[], byte[]> connection,
			RedisClusterAsyncCommands<byte[], byte[]> commands) {
	}

	/**
	 * A script that Redis runs as one step; sent whole only where it is not known yet.
	 */
	static final class Script {

		private final byte[] source;

		private final String digest;

		Script(String source) {
			this.source = key(source);
			this.digest = Base16.digest(this.source);
		}

		CompletionStage<Long> run(RedisClusterAsyncCommands<byte[], byte[]> redis, byte[][] keys, byte[]... arguments) {
			return redis.<Long>evalsha(this.digest, ScriptOutputType.INTEGER, keys, arguments)
				.exceptionallyCompose((failure) -> (unwrap(failure) instanceof RedisNoScriptException)
						? redis.<Long>eval(this.source, ScriptOutputType.INTEGER, keys, arguments)
						: CompletableFuture.failedStage(failure));
		}

		static Throwable unwrap(Throwable failure) {
			return ((failure instanceof CompletionException || failure instanceof ExecutionException)
					&& failure.getCause() != null) ? failure.getCause() : failure;
		}

	}

}
