package org.opora.course.application;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.opora.api.access.Viewer;
import org.opora.api.reports.Reader;
import org.opora.api.reports.spi.ReportSection;
import org.opora.api.text.Messages;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sections that rooms and modules bring. Each is drafted on a thread of its own and for a while:
 * one that hangs or fails leaves a gap with the name of its module, and costs the report nothing
 * else.
 */
@Component(service = SectionBook.class)
public final class SectionBook {
  private static final Logger LOG = LoggerFactory.getLogger(SectionBook.class);
  private static final Duration WHILE = Duration.ofSeconds(2);
  private static final int LONGEST_CODE = 40;
  private static final int LONGEST_MODULE = 60;
  private static final int LONGEST_TITLE = 200;

  /** So many may hang at once before the others are not even asked. */
  private static final int THREADS = 32;

  private final Messages messages;
  private final Duration patience;
  private final List<ReportSection> brought = new CopyOnWriteArrayList<>();
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          0, THREADS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), SectionBook::thread);

  @Activate
  public SectionBook(@Reference Messages messages) {
    this(messages, WHILE);
  }

  /** With another patience. */
  public SectionBook(Messages messages, Duration patience) {
    this.messages = messages;
    this.patience = patience;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "opora-report-section");
    thread.setDaemon(true);
    return thread;
  }

  @Deactivate
  public void close() {
    threads.shutdownNow();
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void addSection(ReportSection section) {
    brought.add(section);
  }

  public void removeSection(ReportSection section) {
    brought.remove(section);
  }

  /**
   * A section as its records say it.
   *
   * @param voice whether the child may take some of it back
   * @param words null when nothing was recorded
   * @param gap name of the module that could not say anything; null when it could
   * @param asked whether the viewer may read what it is drafted from; there is a gap where not
   */
  record Drafted(
      String code,
      int place,
      String title,
      Set<Reader> readers,
      boolean voice,
      String words,
      String gap,
      boolean asked) {}

  /** What a section says of itself. */
  private record Named(
      ReportSection section,
      String code,
      int order,
      String title,
      String module,
      boolean voice,
      boolean may,
      Set<Reader> readers) {}

  /**
   * Every section of a part, in its order.
   *
   * @param longest so many characters of a section are kept
   */
  List<Drafted> draft(
      Viewer viewer, ReportSection.Scope scope, ReportSection.Wanted wanted, int longest) {
    return named(viewer, scope, wanted).stream()
        .map(one -> draft(viewer, one, with(wanted, one.readers()), longest))
        .toList();
  }

  private static ReportSection.Wanted with(ReportSection.Wanted wanted, Set<Reader> readers) {
    return new ReportSection.Wanted(
        wanted.file(),
        wanted.child(),
        wanted.childFile(),
        wanted.from(),
        wanted.until(),
        readers,
        wanted.everybody(),
        wanted.language());
  }

  /** Those who say sound things of themselves, each code once. */
  private List<Named> named(Viewer viewer, ReportSection.Scope scope, ReportSection.Wanted wanted) {
    List<Named> named = new ArrayList<>();
    for (ReportSection section : brought) {
      try {
        if (section.scope() == scope) {
          add(named, viewer, section, wanted);
        }
      } catch (RuntimeException broken) {
        LOG.warn("A section of a report says nothing sound of itself: {}", section.getClass());
      }
    }
    named.sort(Comparator.comparingInt(Named::order).thenComparing(Named::code));
    return named;
  }

  private void add(
      List<Named> named, Viewer viewer, ReportSection section, ReportSection.Wanted wanted) {
    Set<Reader> readers = EnumSet.copyOf(wanted.everybody());
    readers.retainAll(section.readers());
    Named one =
        new Named(
            section,
            section.id(),
            section.order(),
            cut(messages.text(wanted.language(), section.title()), LONGEST_TITLE),
            cut(section.module(), LONGEST_MODULE),
            section.voice(),
            section.may(viewer),
            readers);
    if (!readers.isEmpty()
        && one.code().length() <= LONGEST_CODE
        && named.stream().noneMatch(known -> known.code().equals(one.code()))) {
      named.add(one);
    }
  }

  private Drafted draft(Viewer viewer, Named one, ReportSection.Wanted wanted, int longest) {
    if (!one.may()) {
      return drafted(one, wanted, null, one.module());
    }
    String words = null;
    String gap = null;
    try {
      words = within(() -> one.section().draft(viewer, wanted));
    } catch (TimeoutException late) {
      gap = one.module();
      LOG.warn("Section {} of {} came too late for a report", one.code(), one.module());
    } catch (ExecutionException | RejectedExecutionException failed) {
      gap = one.module();
      // What it says may name somebody.
      LOG.warn(
          "Section {} of {} failed for a report: {}",
          one.code(),
          one.module(),
          failed.getCause() == null ? "rejected" : failed.getCause().getClass().getName());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      gap = one.module();
    }
    String text =
        words == null || words.isBlank() ? null : whole(words.strip(), longest, wanted.language());
    return drafted(one, wanted, text, gap);
  }

  private static Drafted drafted(Named one, ReportSection.Wanted wanted, String words, String gap) {
    return new Drafted(
        one.code(), one.order(), one.title(), wanted.readers(), one.voice(), words, gap, one.may());
  }

  private String within(Callable<String> asked)
      throws TimeoutException, ExecutionException, InterruptedException {
    Future<String> coming = threads.submit(asked);
    try {
      return coming.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      coming.cancel(true);
    }
  }

  /** What has no room is said to be missing, or nobody would look for it. */
  private String whole(String words, int longest, Locale language) {
    if (words.length() <= longest) {
      return words;
    }
    String said = "\n\n" + messages.text(language, "section.cut");
    return said.length() < longest
        ? cut(words, longest - said.length()) + said
        : cut(words, longest);
  }

  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    // Never through the middle of a character.
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end);
  }
}
