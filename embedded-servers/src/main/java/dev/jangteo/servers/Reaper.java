package dev.jangteo.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Ends the processes of this JVM and deletes its folders once this JVM is gone, however
 * it went. A small shell holds the other end of a pipe: the pipe closes with the JVM.
 */
final class Reaper {

	private static final String SCRIPT = """
			trap '' INT TERM HUP
			pids=' '
			folders=''
			while read -r what value; do
				case $what in
					process) pids="$pids$value " ;;
					gone) pids=$(printf '%s' "$pids" | sed "s/ $value / /") ;;
					folder) folders="$folders
			$value" ;;
				esac
			done
			for pid in $pids; do kill -TERM "$pid"; done
			for attempt in 1 2 3 4 5 6 7 8 9 10; do
				left=''
				for pid in $pids; do kill -0 "$pid" && left="$left $pid"; done
				[ -z "$left" ] && break
				sleep 0.3
			done
			for pid in $pids; do kill -KILL "$pid"; done
			printf '%s\\n' "$folders" | while read -r folder; do [ -n "$folder" ] && rm -rf "$folder"; done
			""";

	private static final Reaper INSTANCE = new Reaper();

	private final Writer pipe;

	private Reaper() {

		try {
			this.pipe = new ProcessBuilder("sh", "-c", SCRIPT).redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.redirectError(ProcessBuilder.Redirect.DISCARD)
				.start()
				.outputWriter(StandardCharsets.UTF_8);
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	static void ends(long pid) {
		INSTANCE.tell("process " + pid);
	}

	static void forgets(long pid) {
		INSTANCE.tell("gone " + pid);
	}

	static void deletes(Path folder) {
		INSTANCE.tell("folder " + folder);
	}

	private synchronized void tell(String line) {

		try {
			this.pipe.write(line + "\n");
			this.pipe.flush();
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

}
