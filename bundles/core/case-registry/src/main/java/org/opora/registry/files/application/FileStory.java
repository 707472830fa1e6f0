package org.opora.registry.files.application;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.opora.api.access.DataClass;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.spi.AgreementWatcher;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.search.SearchIndex;
import org.opora.api.text.Messages;
import org.opora.api.timeline.Timeline;
import org.opora.registry.files.domain.Agreement;
import org.opora.registry.files.domain.CaseFile;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** What the use cases about files tell the chronology and the search index. */
@Component(service = FileStory.class)
public final class FileStory {
  private final Timeline timeline;
  private final SearchIndex search;
  private final Messages messages;
  private final List<AgreementWatcher> watchers = new CopyOnWriteArrayList<>();

  @Activate
  public FileStory(
      @Reference Timeline timeline, @Reference SearchIndex search, @Reference Messages messages) {
    this.timeline = timeline;
    this.search = search;
    this.messages = messages;
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void addWatcher(AgreementWatcher watcher) {
    watchers.add(watcher);
  }

  public void removeWatcher(AgreementWatcher watcher) {
    watchers.remove(watcher);
  }

  /** Path of the page of a file. */
  static String page(CaseFileId file) {
    return "/files/" + file;
  }

  /**
   * @param kind code of what happened; its title is the text {@code timeline.<kind>}
   * @param record what it happened to
   */
  public void happened(Viewer viewer, CaseFileId file, String kind, UUID record, LocalDate on) {
    timeline.put(
        viewer,
        new Timeline.NewEntry(
            Refusals.BUNDLE,
            kind,
            source(kind, record),
            Subject.of(file),
            on,
            CaseFiles.READ,
            DataClass.CARE_FACTS,
            messages.title("timeline." + kind),
            page(file)));
  }

  void didNotHappen(String kind, UUID record) {
    timeline.withdraw(Refusals.BUNDLE, source(kind, record));
  }

  /** From when to when it is in force; what ended before its first day was never concluded. */
  void agreement(Viewer viewer, Agreement row) {
    boolean begins = !row.neverBegan();
    LocalDate lastDay = row.endedOn();
    ended(viewer, row.file(), "agreement-concluded", row.id(), begins ? row.concludedOn() : null);
    ended(viewer, row.file(), "agreement-ended", row.id(), begins ? lastDay : null);
    ended(viewer, row.file(), "agreement-never-begun", row.id(), begins ? null : lastDay);
    watchers.forEach(one -> one.ends(viewer, new AgreementId(row.id()), lastDay));
  }

  /** Records that somebody ended, or took the end back. */
  void ended(Viewer viewer, CaseFileId file, String kind, UUID record, LocalDate lastDay) {
    if (lastDay == null) {
      didNotHappen(kind, record);
    } else {
      happened(viewer, file, kind, record, lastDay);
    }
  }

  void findable(CaseFile file) {
    search.put(
        new SearchIndex.NewEntry(
            Refusals.BUNDLE,
            "case-file",
            file.id().value(),
            Subject.of(file.id()),
            CaseFiles.READ,
            file.number() + " " + file.familyName(),
            messages.title("search.case-file", file.number()),
            page(file.id())));
  }

  void notFindable(CaseFileId file) {
    search.withdraw(Refusals.BUNDLE, file.value());
  }

  /** One record leaves entries of several kinds. */
  static UUID source(String kind, UUID record) {
    return UUID.nameUUIDFromBytes((kind + "|" + record).getBytes(StandardCharsets.US_ASCII));
  }
}
