package org.opora.registry.legal.application;

import java.time.LocalDate;
import java.util.List;
import org.opora.api.ids.PersonId;
import org.opora.api.legal.DecisionKind;
import org.opora.registry.legal.domain.Appeal;

/**
 * What a court decided.
 *
 * @param gist what it says, or null
 * @param scan where the paper or its scan is, or null
 * @param to people of the register to whom it entrusts the child
 * @param toOther to whom else, such as an institution; or null
 * @param forceOn day of legal force; null when there is none yet
 * @param atOnce whether it is enforceable from the day it was made
 * @param appealOn day on which the appeal was decided; null while it is not
 * @param until last day; null while no end is known
 */
public record NewDecision(
    DecisionKind kind,
    String court,
    String reference,
    String gist,
    String scan,
    List<PersonId> to,
    String toOther,
    LocalDate decidedOn,
    LocalDate forceOn,
    boolean atOnce,
    Appeal appeal,
    LocalDate appealOn,
    LocalDate until) {
  public NewDecision {
    to = List.copyOf(to);
  }
}
