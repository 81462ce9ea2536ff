package dev.jangteo.defaults.security;

import java.io.IOException;
import java.text.ParseException;
import java.util.Optional;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps every new set of keys, and gives the one kept last when the first attempt to
 * fetch any fails.
 */
class KeptKeys implements JWKSetSource<SecurityContext> {

	private static final Logger log = LoggerFactory.getLogger(KeptKeys.class);

	private final JWKSetSource<SecurityContext> keys;

	private final KeysMemory memory;

	private volatile String kept = "";

	KeptKeys(JWKSetSource<SecurityContext> keys, KeysMemory memory) {
		this.keys = keys;
		this.memory = memory;
	}

	@Override
	public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long now, @Nullable SecurityContext context)
			throws KeySourceException {
		try {
			var fetched = this.keys.getJWKSet(refresh, now, context);
			keep(fetched.toString());
			return fetched;
		}
		catch (KeySourceException ex) {
			if (!this.kept.isEmpty()) {
				throw ex;
			}
			return recalled().orElseThrow(() -> ex);
		}
	}

	@Override
	public void close() throws IOException {
		this.keys.close();
	}

	private void keep(String fetched) {
		if (fetched.equals(this.kept)) {
			return;
		}
		this.kept = fetched;
		try {
			this.memory.keep(fetched);
		}
		catch (RuntimeException ex) {
			log.warn("The members' keys could not be kept for the next start", ex);
		}
	}

	private Optional<JWKSet> recalled() {
		try {
			var recalled = this.memory.recall();
			if (recalled.isEmpty()) {
				return Optional.empty();
			}
			log.info("The members' keys are those of the last run, until member-service answers");
			return Optional.of(JWKSet.parse(recalled.get()));
		}
		catch (ParseException | RuntimeException ex) {
			log.warn("The members' keys of the last run cannot be read", ex);
			return Optional.empty();
		}
	}

}
