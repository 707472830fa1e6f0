package org.opora.supervisedcontacts.evaluations.application;

import java.time.LocalDate;
import org.opora.supervisedcontacts.evaluations.domain.Decision;
import org.opora.supervisedcontacts.evaluations.domain.Learnt;

/**
 * An evaluation as it is written down.
 *
 * @param from first day of the contacts that it looks at
 * @param until last day, not to come
 * @param wellbeing from 1 to 5; null while nothing was chosen, as everything else
 * @param cooperation from 1 to 5
 * @param why why this is best for this child
 * @param view of the child; where it was not learnt, why not
 */
public record NewEvaluation(
    LocalDate from,
    LocalDate until,
    Integer wellbeing,
    Integer cooperation,
    Decision decision,
    String why,
    String view,
    Learnt learnt) {}
