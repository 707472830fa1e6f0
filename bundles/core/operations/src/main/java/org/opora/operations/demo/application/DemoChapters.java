package org.opora.operations.demo.application;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.opora.api.demo.spi.DemoCast;
import org.opora.api.demo.spi.DemoChapter;
import org.opora.api.demo.spi.DemoFamilyChapter;
import org.opora.api.faults.Refused;
import org.opora.api.files.CareFacts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the installed rooms and modules have to show, each once. */
final class DemoChapters {
  private static final Logger LOG = LoggerFactory.getLogger(DemoChapters.class);
  private final Set<DemoChapter> here = ConcurrentHashMap.newKeySet();

  void add(DemoChapter chapter) {
    here.add(chapter);
  }

  void remove(DemoChapter chapter) {
    here.remove(chapter);
  }

  /** Those that are not written yet, always in the same order. */
  List<DemoChapter> waiting(Predicate<String> written) {
    return here.stream()
        .filter(chapter -> !written.test(task(chapter)))
        .sorted(Comparator.comparing(DemoChapter::id))
        .toList();
  }

  /**
   * @param once runs what is to be done under a name, unless it was
   */
  void write(List<DemoChapter> chapters, DemoCast cast, BiConsumer<String, Runnable> once) {
    for (DemoChapter chapter : chapters) {
      try {
        if (chapter instanceof DemoFamilyChapter pages) {
          families(pages, cast, once);
        }
        once.accept(task(chapter), () -> chapter.write(cast));
      } catch (Refused missing) {
        LOG.info("The chapter {} of the demo centre waits for the next start", chapter.id());
      } catch (RuntimeException fault) {
        LOG.error("The chapter {} of the demo centre could not be made", chapter.id(), fault);
      }
    }
  }

  private static void families(
      DemoFamilyChapter chapter, DemoCast cast, BiConsumer<String, Runnable> once) {
    for (int number = 0; number < cast.families().size(); number++) {
      int page = number;
      CareFacts.InForce family = cast.family(page);
      once.accept(
          task(chapter) + "-" + family.file().value(), () -> chapter.write(cast, family, page));
    }
  }

  private static String task(DemoChapter chapter) {
    return "demo-" + chapter.id();
  }
}
