package org.opora.registry.intake.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Viewer;
import org.opora.api.duties.spi.FirstContactLaw.Code;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.text.Text;
import org.opora.registry.intake.application.InquiryDesk.Capacity;
import org.opora.registry.intake.domain.Inquiry;
import org.opora.registry.intake.domain.InquiryState;
import org.opora.registry.intake.domain.YearlyReturn;
import org.opora.registry.intake.persistence.InquiryQueries;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the return on a year says about inquiries, and what happens when it has been filed. */
@Component(service = ReturnDesk.class)
public final class ReturnDesk {
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Staff staff;
  private final ContactLaw law;

  @Activate
  public ReturnDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Staff staff,
      @Reference ContactLaw law) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.staff = staff;
    this.law = law;
  }

  /** One figure of the return. */
  public record Figure(Text what, int count) {}

  /**
   * @param capacity on the last day of the year, or today while it lasts
   * @param refusals by reason; every reason of the law, also with none
   * @param due last day for filing; null when no law pack knows
   * @param filedOn null until it has been filed
   * @param readable inquiries that came to nothing and still hold a name
   */
  public record Figures(
      int year,
      boolean over,
      int asked,
      int accepted,
      int withdrawn,
      int refused,
      List<Figure> refusals,
      Capacity capacity,
      LocalDate due,
      LocalDate filedOn,
      String filedBy,
      int readable) {
    /** As rows of a list: what, and how many. */
    public List<Figure> rows() {
      List<Figure> rows = new ArrayList<>();
      rows.add(new Figure(Refusals.text("return.asked"), asked));
      rows.add(new Figure(Refusals.text("return.accepted"), accepted));
      rows.add(new Figure(Refusals.text("return.withdrawn"), withdrawn));
      rows.add(new Figure(Refusals.text("return.refused"), refused));
      refusals.forEach(
          one -> rows.add(new Figure(Refusals.text("return.reason", one.what()), one.count())));
      if (capacity.places() != null) {
        rows.add(new Figure(Refusals.text("return.places"), capacity.places()));
      }
      rows.add(new Figure(Refusals.text("return.used"), capacity.used()));
      return rows;
    }
  }

  /** The figures of a year, of the whole centre. */
  public Figures of(Viewer viewer, int year) {
    access.require(viewer, Intake.RETURN);
    return tx.read(em -> figures(em, viewer, year));
  }

  private Figures figures(EntityManager em, Viewer viewer, int year) {
    InquiryQueries queries = new InquiryQueries(em);
    LocalDate end = LocalDate.of(year, 12, 31);
    Set<String> grounds = new LinkedHashSet<>(law.grounds(end).stream().map(Code::code).toList());
    grounds.addAll(queries.grounds(year).stream().sorted().toList());
    YearlyReturn filed = em.find(YearlyReturn.class, year);
    return new Figures(
        year,
        viewer.today().isAfter(end),
        queries.asked(year),
        queries.count(InquiryState.ACCEPTED, null, year),
        queries.count(InquiryState.WITHDRAWN, null, year),
        queries.count(InquiryState.REFUSED, null, year),
        grounds.stream()
            .map(one -> new Figure(law.words(one), queries.count(InquiryState.REFUSED, one, year)))
            .toList(),
        InquiryDesk.capacity(em, end.isAfter(viewer.today()) ? viewer.today() : end),
        law.returnDue(year).orElse(null),
        filed == null ? null : filed.filedOn(),
        filed == null ? null : staff.names(Set.of(filed.filedBy())).get(filed.filedBy()),
        queries.nothing(year).size());
  }

  /**
   * The return on the year has been filed: names, phones and words of the inquiries that came to
   * nothing in it are deleted for good, the counts stay.
   *
   * @param confirmed whether the director has been told what will be deleted
   * @return how many inquiries were anonymised
   * @throws org.opora.api.faults.Refused while the year lasts, or when it is filed already
   */
  public int file(Viewer viewer, int year, LocalDate filedOn, boolean confirmed) {
    access.require(viewer, Intake.RETURN);
    LocalDate on = Refusals.day("filedOn", filedOn);
    if (on.isAfter(viewer.today())) {
      throw Refusals.refused("filedOn", "refused.future", on);
    }
    if (on.getYear() <= year) {
      throw Refusals.refused("filedOn", "refused.return-too-early", year);
    }
    if (!confirmed) {
      throw Refusals.refused("confirmed", "refused.return-confirm");
    }
    return tx.required(
        em -> {
          List<Inquiry> rows = new InquiryQueries(em).nothing(year);
          boolean filed = em.find(YearlyReturn.class, year) != null;
          if (filed && rows.isEmpty()) {
            throw Refusals.refused(null, "refused.inquiry-filed", year);
          }
          // One that was refused while the return was being filed is forgotten by asking again.
          if (!filed) {
            em.persist(new YearlyReturn(year, on, viewer.staff()));
          }
          rows.forEach(row -> row.forget(viewer.today()));
          audit.wrote(
              viewer, "inquiry.return-filed", List.of(), "year=" + year + ";rows=" + rows.size());
          return rows.size();
        });
  }
}
