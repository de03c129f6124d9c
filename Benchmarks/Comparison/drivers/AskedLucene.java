import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.FSDirectory;

/**
 * Lucene with bigrams (CJKAnalyzer), with the arguments of asked.py, but that the corpus has a text a line.
 *
 * <p>The libraries at hand have no highlighter: the ten stored texts are analysed again, as Lucene's plain Highlighter does, and
 * the passage with the most different terms of the query is shown.
 */
public final class AskedLucene {
  private static final String FIELD = "body";
  private static final double BUFFER_MEGABYTES = 1_000;
  private static final int PASSAGE_LENGTH = 100;

  private static final Analyzer ANALYZER = new CJKAnalyzer(CharArraySet.EMPTY_SET);

  public static void main(String[] arguments) throws IOException {
    if (arguments[0].equals("build")) {
      build(Path.of(arguments[1]), Path.of(arguments[2]));
    } else {
      new AskedLucene(arguments).measure();
    }
  }

  private static void build(Path corpus, Path index) throws IOException {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setStored(true);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    type.freeze();
    IndexWriterConfig configuration =
        new IndexWriterConfig(ANALYZER)
            .setRAMBufferSizeMB(BUFFER_MEGABYTES)
            .setMergeScheduler(new SerialMergeScheduler());
    try (IndexWriter writer = new IndexWriter(FSDirectory.open(index), configuration);
        BufferedReader lines = Files.newBufferedReader(corpus)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Document document = new Document();
        document.add(new Field(FIELD, line, type));
        writer.addDocument(document);
      }
      writer.forceMerge(1);
      writer.commit();
    }
  }

  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final List<String> queries;
  private final String kind;
  private final int limit;
  private double warmUp = 1;
  private int passCount = 3;

  private AskedLucene(String[] arguments) throws IOException {
    reader = DirectoryReader.open(FSDirectory.open(Path.of(arguments[1])));
    searcher = new IndexSearcher(reader);
    searcher.setQueryCache(null);
    queries = Files.readAllLines(Path.of(arguments[2]));
    kind = arguments[3];
    limit = Integer.parseInt(arguments[4]);
    for (int at = 5; at + 1 < arguments.length; at += 2) {
      switch (arguments[at]) {
        case "--warm-up" -> warmUp = Double.parseDouble(arguments[at + 1]);
        case "--passes" -> passCount = Integer.parseInt(arguments[at + 1]);
        default -> throw new IllegalArgumentException(arguments[at]);
      }
    }
  }

  private void measure() throws IOException {
    long start = System.nanoTime();
    do {
      for (String query : queries) ask(query);
    } while (System.nanoTime() - start < warmUp * 1e9);
    double[][] times = new double[queries.size()][passCount];
    for (int pass = 0; pass < passCount; pass++) {
      for (int number = 0; number < queries.size(); number++) {
        long before = System.nanoTime();
        ask(queries.get(number));
        times[number][pass] = (System.nanoTime() - before) / 1e3;
      }
    }
    for (int number = 0; number < queries.size(); number++) {
      Arrays.sort(times[number]);
      Answer answer = ask(queries.get(number));
      String shown = answer.passages.isEmpty() ? "" : answer.passages.get(0).replace('\t', ' ');
      System.out.printf(
          Locale.ROOT, "%d\t%.2f\t%d\t%s%n", number, times[number][passCount / 2], answer.count, shown);
    }
  }

  private record Answer(int count, List<String> passages) {}

  private Answer ask(String text) throws IOException {
    List<List<String>> parts = new ArrayList<>();
    for (String part : kind.equals("words") ? text.split(" ") : new String[] {text}) {
      List<String> terms = terms(part);
      if (!terms.isEmpty()) parts.add(terms);
    }
    Query query = parsed(parts);
    // To count for itself and to rank without counting takes less than both at once.
    int count = searcher.count(query);
    if (limit == 0) return new Answer(count, List.of());
    TopDocs found = searcher.search(query, new TopScoreDocCollectorManager(limit, null, limit));
    Set<String> wanted = new HashSet<>();
    for (List<String> terms : parts) wanted.addAll(terms);
    StoredFields fields = reader.storedFields();
    List<String> passages = new ArrayList<>();
    for (ScoreDoc document : found.scoreDocs) {
      passages.add(passage(fields.document(document.doc).get(FIELD), wanted));
    }
    return new Answer(count, passages);
  }

  private static List<String> terms(String text) throws IOException {
    List<String> terms = new ArrayList<>();
    try (TokenStream tokens = ANALYZER.tokenStream(FIELD, text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) terms.add(term.toString());
      tokens.end();
    }
    return terms;
  }

  private Query parsed(List<List<String>> parts) {
    if (kind.equals("question")) {
      BooleanQuery.Builder any = new BooleanQuery.Builder();
      for (List<String> terms : parts) {
        for (String term : new HashSet<>(terms)) {
          any.add(new TermQuery(new Term(FIELD, term)), BooleanClause.Occur.SHOULD);
        }
      }
      return any.build();
    }
    if (parts.size() == 1) return phrase(parts.get(0));
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (List<String> terms : parts) all.add(phrase(terms), BooleanClause.Occur.MUST);
    return all.build();
  }

  private static Query phrase(List<String> terms) {
    if (terms.size() == 1) return new TermQuery(new Term(FIELD, terms.get(0)));
    return new PhraseQuery(FIELD, terms.toArray(String[]::new));
  }

  /** The part of a text that has the most different terms, with what was found in brackets. */
  private static String passage(String text, Set<String> wanted) throws IOException {
    List<int[]> found = new ArrayList<>();
    List<String> names = new ArrayList<>();
    try (TokenStream tokens = ANALYZER.tokenStream(FIELD, text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        String name = term.toString();
        if (!wanted.contains(name)) continue;
        found.add(new int[] {offset.startOffset(), offset.endOffset()});
        names.add(name);
      }
      tokens.end();
    }
    int best = 0;
    int bestCount = 0;
    for (int first = 0; first < found.size(); first++) {
      Set<String> different = new HashSet<>();
      for (int next = first; next < found.size(); next++) {
        if (found.get(next)[1] - found.get(first)[0] > PASSAGE_LENGTH) break;
        different.add(names.get(next));
      }
      if (different.size() > bestCount) {
        bestCount = different.size();
        best = first;
      }
      if (bestCount == wanted.size()) break;
    }
    int start = found.isEmpty() ? 0 : Math.max(found.get(best)[0] - PASSAGE_LENGTH / 4, 0);
    int end = Math.min(start + PASSAGE_LENGTH, text.length());
    StringBuilder shown = new StringBuilder();
    int at = start;
    for (int[] range : found) {
      if (range[0] < at || range[1] > end) continue;
      shown.append(text, at, range[0]).append('[').append(text, range[0], range[1]).append(']');
      at = range[1];
    }
    return shown.append(text, at, end).toString();
  }
}
