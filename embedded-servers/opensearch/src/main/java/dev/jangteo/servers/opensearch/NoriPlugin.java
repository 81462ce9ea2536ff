package dev.jangteo.servers.opensearch;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ko.KoreanAnalyzer;
import org.apache.lucene.analysis.ko.KoreanNumberFilter;
import org.apache.lucene.analysis.ko.KoreanPartOfSpeechStopFilter;
import org.apache.lucene.analysis.ko.KoreanReadingFormFilter;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.ko.KoreanTokenizer.DecompoundMode;
import org.apache.lucene.analysis.ko.POS;
import org.apache.lucene.analysis.ko.dict.UserDictionary;
import org.jspecify.annotations.Nullable;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.index.IndexSettings;
import org.opensearch.index.analysis.AbstractIndexAnalyzerProvider;
import org.opensearch.index.analysis.AbstractTokenFilterFactory;
import org.opensearch.index.analysis.AbstractTokenizerFactory;
import org.opensearch.index.analysis.AnalyzerProvider;
import org.opensearch.index.analysis.TokenFilterFactory;
import org.opensearch.index.analysis.TokenizerFactory;
import org.opensearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.opensearch.plugins.AnalysisPlugin;
import org.opensearch.plugins.Plugin;

/**
 * Lucene's Korean analysis under the component names of OpenSearch's own
 * {@code analysis-nori} plugin, so that an index definition fits a real cluster
 * unchanged.
 */
public final class NoriPlugin extends Plugin implements AnalysisPlugin {

	@Override
	public Map<String, AnalysisProvider<TokenizerFactory>> getTokenizers() {
		return Map.of("nori_tokenizer", Words::new);
	}

	@Override
	public Map<String, AnalysisProvider<TokenFilterFactory>> getTokenFilters() {
		return Map.of("nori_part_of_speech", PartsOfSpeech::new, "nori_readingform", Readings::new, "nori_number",
				Numbers::new);
	}

	@Override
	public Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> getAnalyzers() {
		return Map.of("nori", Korean::new);
	}

	private static @Nullable UserDictionary dictionary(Settings settings) {

		List<String> rules = settings.getAsList("user_dictionary_rules");

		if (rules.isEmpty()) {
			return null;
		}

		try {
			return UserDictionary.open(new StringReader(String.join("\n", rules)));
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static DecompoundMode mode(Settings settings) {
		return DecompoundMode.valueOf(settings.get("decompound_mode", "discard").toUpperCase(Locale.ROOT));
	}

	private static Set<POS.Tag> stopTags(Settings settings) {

		List<String> named = settings.getAsList("stoptags");

		if (named.isEmpty()) {
			return KoreanPartOfSpeechStopFilter.DEFAULT_STOP_TAGS;
		}

		var tags = EnumSet.noneOf(POS.Tag.class);
		named.forEach((tag) -> tags.add(POS.resolveTag(tag)));
		return tags;
	}

	static final class Words extends AbstractTokenizerFactory {

		private final @Nullable UserDictionary dictionary;

		private final DecompoundMode mode;

		private final boolean discardPunctuation;

		Words(IndexSettings index, Environment environment, String name, Settings settings) {

			super(index, settings, name);

			this.dictionary = dictionary(settings);
			this.mode = mode(settings);
			this.discardPunctuation = settings.getAsBoolean("discard_punctuation", true);
		}

		@Override
		public Tokenizer create() {
			return new KoreanTokenizer(KoreanTokenizer.DEFAULT_TOKEN_ATTRIBUTE_FACTORY, this.dictionary, this.mode,
					false, this.discardPunctuation);
		}

	}

	static final class PartsOfSpeech extends AbstractTokenFilterFactory {

		private final Set<POS.Tag> stopTags;

		PartsOfSpeech(IndexSettings index, Environment environment, String name, Settings settings) {

			super(index, name, settings);

			this.stopTags = stopTags(settings);
		}

		@Override
		public TokenStream create(TokenStream tokens) {
			return new KoreanPartOfSpeechStopFilter(tokens, this.stopTags);
		}

	}

	static final class Readings extends AbstractTokenFilterFactory {

		Readings(IndexSettings index, Environment environment, String name, Settings settings) {
			super(index, name, settings);
		}

		@Override
		public TokenStream create(TokenStream tokens) {
			return new KoreanReadingFormFilter(tokens);
		}

	}

	static final class Numbers extends AbstractTokenFilterFactory {

		Numbers(IndexSettings index, Environment environment, String name, Settings settings) {
			super(index, name, settings);
		}

		@Override
		public TokenStream create(TokenStream tokens) {
			return new KoreanNumberFilter(tokens);
		}

	}

	static final class Korean extends AbstractIndexAnalyzerProvider<KoreanAnalyzer> {

		private final KoreanAnalyzer analyzer;

		Korean(IndexSettings index, Environment environment, String name, Settings settings) {

			super(index, name, settings);

			this.analyzer = new KoreanAnalyzer(dictionary(settings), mode(settings), stopTags(settings), false);
		}

		@Override
		public KoreanAnalyzer get() {
			return this.analyzer;
		}

	}

}
