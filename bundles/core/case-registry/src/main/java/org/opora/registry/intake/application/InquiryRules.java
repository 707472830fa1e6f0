package org.opora.registry.intake.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.opora.api.access.Viewer;
import org.opora.registry.intake.application.InquiryDesk.Capacity;
import org.opora.registry.intake.domain.FigureKind;
import org.opora.registry.intake.domain.Inquiry;
import org.opora.registry.intake.domain.Inquiry.Grounds;
import org.opora.registry.intake.domain.YearlyReturn;
import org.opora.registry.intake.persistence.InquiryQueries;
import org.opora.registry.shared.application.Refusals;

/** What an inquiry must keep to, whoever records a step or puts one right. */
record InquiryRules(ContactLaw law, InquirySeals seals) {
  static final int TEXT = 4000;

  static LocalDate past(Viewer viewer, String field, LocalDate on) {
    if (Refusals.day(field, on).isAfter(viewer.today())) {
      throw Refusals.refused(field, "refused.future", on);
    }
    return on;
  }

  /** What a filed return counts is not changed any more. */
  static void notFiled(EntityManager em, String field, LocalDate day) {
    if (em.find(YearlyReturn.class, day.getYear()) != null) {
      throw Refusals.refused(field, "refused.inquiry-filed", day.getYear());
    }
  }

  /** Exactly one of the reasons of the law, with the places of that day beside it. */
  Grounds grounds(
      EntityManager em,
      Inquiry row,
      String dayField,
      LocalDate told,
      String ground,
      List<String> offered) {
    if (ground == null) {
      throw Refusals.refused("ground", "refused.required");
    }
    if (law.grounds(told).stream().noneMatch(one -> one.code().equals(ground))) {
      throw Refusals.refused("ground", "refused.inquiry-ground");
    }
    notFiled(em, dayField, told);
    List<String> others =
        offered.stream().map(String::strip).filter(body -> !body.isEmpty()).toList();
    Refusals.optional("others", String.join("\n", others), TEXT);
    Capacity capacity = capacity(em, told);
    return new Grounds(
        ground, seals.others(row, others), others.size(), capacity.places(), capacity.used());
  }

  static Capacity capacity(EntityManager em, LocalDate day) {
    OptionalInt places = IntakeFigures.on(em, FigureKind.PLACES, day);
    return new Capacity(
        places.isPresent() ? places.getAsInt() : null, new InquiryQueries(em).inForce(day));
  }
}
