package dev.jangteo.shop.imports;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How imports are run.
 *
 * @param maxSize largest file
 * @param running how many are run by one instance at a time
 * @param uploads how many are received by one instance at a time
 * @param lease after this time without a sign of life another instance takes over
 * @param pause first pause after a fault that may pass; it doubles up to a minute
 * @param attempts how often in a row a fault of ours may happen before the import fails
 * @param keepStopped how long the file of a stopped import is kept for resuming
 * @param keepHistory how long an import is listed after its end
 */
@ConfigurationProperties("jangteo.imports")
record ImportSettings(@DefaultValue("2GB") DataSize maxSize, @DefaultValue("2") int running,
		@DefaultValue("4") int uploads, @DefaultValue("20s") Duration lease, @DefaultValue("2s") Duration pause,
		@DefaultValue("10") int attempts, @DefaultValue("7d") Duration keepStopped,
		@DefaultValue("90d") Duration keepHistory) {
}
