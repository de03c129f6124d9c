import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SerialMergeScheduler;
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

/** Lucene, with the arguments of the other drivers; see timing.py. */
public final class LuceneDriver {
  private static final String FIELD = "body";
  /** Merging need not keep the order of the documents. */
  private static final String NUMBER = "number";
  private static final double BUFFER_MEGABYTES = 1_000;

  public static void main(String[] arguments) throws IOException {
    if (arguments[0].equals("build")) {
      build(Path.of(arguments[1]), Path.of(arguments[2]), arguments[3].equals("positions"));
    } else {
      new LuceneDriver(arguments).measure();
    }
  }

  private static void build(Path tokens, Path index, boolean hasPositions) throws IOException {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(
        hasPositions
            ? IndexOptions.DOCS_AND_FREQS_AND_POSITIONS
            : IndexOptions.DOCS_AND_FREQS);
    type.freeze();
    IndexWriterConfig configuration =
        new IndexWriterConfig(new WhitespaceAnalyzer())
            .setRAMBufferSizeMB(BUFFER_MEGABYTES)
            .setMergeScheduler(new SerialMergeScheduler());
    try (IndexWriter writer = new IndexWriter(FSDirectory.open(index), configuration);
        BufferedReader lines = Files.newBufferedReader(tokens)) {
      long number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Document document = new Document();
        document.add(new Field(FIELD, line, type));
        document.add(new NumericDocValuesField(NUMBER, number++));
        writer.addDocument(document);
      }
      writer.forceMerge(1);
      writer.commit();
    }
  }

  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final List<String> queries;
  private final String mode;
  private final int limit;
  private double warmUp = 0.5;
  private int passCount = 5;

  private LuceneDriver(String[] arguments) throws IOException {
    reader = DirectoryReader.open(FSDirectory.open(Path.of(arguments[1])));
    searcher = new IndexSearcher(reader);
    searcher.setQueryCache(null);
    queries = Files.readAllLines(Path.of(arguments[2]));
    mode = arguments[3];
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
      double median = times[number][passCount / 2];
      System.out.printf(
          Locale.ROOT, "%d\t%.2f\t%s%n", number, median, shown(ask(queries.get(number))));
    }
  }

  /** A number of documents, or the best of them. */
  private Object ask(String text) throws IOException {
    Query query = parsed(Arrays.asList(text.split(" ")));
    if (limit == 0) return searcher.count(query);
    return searcher.search(query, new TopScoreDocCollectorManager(limit, null, limit));
  }

  private Query parsed(List<String> words) {
    if (words.size() == 1) return new TermQuery(new Term(FIELD, words.get(0)));
    if (mode.equals("phrase")) return new PhraseQuery(FIELD, words.toArray(String[]::new));
    BooleanClause.Occur occur =
        mode.equals("and") ? BooleanClause.Occur.MUST : BooleanClause.Occur.SHOULD;
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    for (String word : words) builder.add(new TermQuery(new Term(FIELD, word)), occur);
    return builder.build();
  }

  private String shown(Object answer) throws IOException {
    if (answer instanceof Integer count) return count + "\t";
    List<String> numbers = new ArrayList<>();
    for (ScoreDoc found : ((TopDocs) answer).scoreDocs) {
      NumericDocValues values = MultiDocValues.getNumericValues(reader, NUMBER);
      values.advanceExact(found.doc);
      numbers.add(Long.toString(values.longValue()));
    }
    return "-1\t" + String.join(",", numbers);
  }
}
