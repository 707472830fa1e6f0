package org.opora.registry.grant.contributions;

import java.time.LocalDate;
import java.time.MonthDay;
import org.opora.api.access.Viewer;
import org.opora.api.demo.spi.DemoCast;
import org.opora.api.demo.spi.DemoChapter;
import org.opora.api.files.Agreements;
import org.opora.api.files.Agreements.NewAgreement;
import org.opora.api.files.CareKind;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.CaseFiles.NewFile;
import org.opora.api.files.EndingWay;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.people.NewPerson;
import org.opora.api.people.People;
import org.opora.registry.files.application.EndingsDesk;
import org.opora.registry.files.application.NewEnding;
import org.opora.registry.grant.application.AgreementYear;
import org.opora.registry.grant.application.Entitlements;
import org.opora.registry.grant.application.ReceiptDesk;
import org.opora.registry.grant.application.SettlementDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * A family whose agreement ended in the middle of a year: what came for the rest of it is returned,
 * the end is reported, and the file is closed.
 */
@Component
public final class DemoSettlement implements DemoChapter {
  private static final MonthDay LAST_DAY = MonthDay.of(6, 30);
  private static final MonthDay PAID = MonthDay.of(2, 15);
  private static final int YEARS = 3;
  private static final int NOTICE = 45;
  private static final int REPORTED_AFTER = 8;
  private static final int RETURNED_AFTER = 25;
  private final People people;
  private final CaseFiles files;
  private final Agreements agreements;
  private final EndingsDesk endings;
  private final Entitlements entitlements;
  private final ReceiptDesk receipts;
  private final SettlementDesk settlements;

  @Activate
  public DemoSettlement(
      @Reference People people,
      @Reference CaseFiles files,
      @Reference Agreements agreements,
      @Reference EndingsDesk endings,
      @Reference Entitlements entitlements,
      @Reference ReceiptDesk receipts,
      @Reference SettlementDesk settlements) {
    this.people = people;
    this.files = files;
    this.agreements = agreements;
    this.endings = endings;
    this.entitlements = entitlements;
    this.receipts = receipts;
    this.settlements = settlements;
  }

  @Override
  public String id() {
    return "grant-settlement";
  }

  @Override
  public void write(DemoCast cast) {
    LocalDate last = LAST_DAY.atYear(cast.today().getYear());
    // So long ago that whatever follows has happened already.
    ended(cast, last.plusDays(RETURNED_AFTER).isAfter(cast.today()) ? last.minusYears(1) : last);
  }

  private void ended(DemoCast cast, LocalDate last) {
    Viewer director = cast.director();
    LocalDate from = last.minusYears(YEARS).plusDays(1);
    CaseFileId file = files.open(director, new NewFile(null, "Zemanovi", from));
    files.addCarer(
        director,
        file,
        people.register(director, NewPerson.named("Milena", "Zemanová", LocalDate.of(1971, 4, 9))),
        from);
    files.assign(director, file, cast.workers().get(0).staff(), null, from);
    AgreementId agreement =
        agreements.conclude(
            director, file, new NewAgreement(CareKind.LONG_TERM, true, from, "OSPOD Brno"));
    AgreementYear whole = entitlements.view(director, agreement, last.getYear());
    receipts.receive(
        director, agreement, last.getYear(), whole.entitled(), PAID.atYear(last.getYear()));
    endings.end(
        director,
        agreement,
        endings.find(director, file, agreement).agreement().version(),
        new NewEnding(EndingWay.CARER_NOTICE, last.minusDays(NOTICE), null, last, null));
    LocalDate returned = last.plusDays(RETURNED_AFTER);
    settlements.settle(
        director,
        agreement,
        0,
        last.plusDays(REPORTED_AFTER),
        entitlements.view(director, agreement, last.getYear()).settling().toReturn(),
        returned);
    files.close(director, file, files.cover(director, file).version(), returned);
  }
}
