package org.opora.supervisedcontacts.contacts.contributions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.ids.CaseFileId;
import org.opora.api.reports.Reader;
import org.opora.api.reports.spi.ReportSection;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.domain.CancelledBy;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.shared.application.Centre;
import org.opora.supervisedcontacts.shared.application.Centre.Case;
import org.opora.testkit.BundleTexts;
import org.opora.testkit.OnEveryDatabase;

/** How the contacts of a child went, as the report on the course of care tells it. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContactsSectionTest {
  @Parameter Product product;
  private Centre centre;

  @BeforeParameterizedClassInvocation
  void open() {
    centre = new Centre(product);
  }

  @AfterParameterizedClassInvocation
  void close() {
    centre.close();
  }

  private String draft(Viewer viewer, CaseFileId file, Case opened, LocalDate from) {
    Set<Reader> readers = EnumSet.of(Reader.CARER, Reader.AUTHORITY);
    return new ContactsSection(
            centre.reader,
            new BundleTexts(SupervisedContactsModule.class, SupervisedContactsModule.ORIGIN))
        .draft(
            viewer,
            new ReportSection.Wanted(
                file,
                opened.family().child(),
                centre.register.files.childFile(opened.family().child()),
                from,
                from.plusDays(1),
                readers,
                readers,
                Locale.forLanguageTag("cs")));
  }

  private ContactId early(Case opened, String from, String until) {
    return centre.book(
        opened,
        centre.room(),
        centre.viewer("key-worker").staff(),
        centre.slot(Centre.TODAY, from, until));
  }

  @Test
  void contactsAreCountedByWhatBecameOfThem() {
    Case opened = centre.opened();
    centre.held(opened.worker(), early(opened, "06:00", "07:00"), centre.allowed(opened));
    centre.missed(opened.worker(), early(opened, "08:00", "09:00"));
    centre.cancel(
        opened.worker(),
        centre.booked(opened, opened.worker()),
        1,
        CancelledBy.PARENT,
        opened.worker().now(),
        "Nemoc");
    CaseFileId file = opened.family().file();
    assertEquals(
        "- plánováno: 3\n- proběhlo: 1\n- zrušeno (rodič nebo příbuzný): 1\n- rodič nepřišel: 1",
        draft(opened.worker(), file, opened, Centre.TODAY));
    assertNull(draft(opened.worker(), file, opened, Centre.TODAY.minusDays(9)), "another period");
    Case other = centre.opened();
    assertNull(
        draft(centre.director, other.family().file(), opened, Centre.TODAY), "another family");
    assertNull(draft(other.worker(), file, opened, Centre.TODAY), "nothing of theirs");
  }
}
