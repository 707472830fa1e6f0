package org.opora.registry.post.application;

import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.registry.post.domain.Channel;
import org.opora.registry.post.domain.Direction;

/**
 * What somebody writes into the book of post.
 *
 * @param direction never changes afterwards
 * @param passedOn the day it was received or sent
 * @param party from whom, or to whom
 * @param matter what it is about
 * @param deliveredOn of an outgoing letter; null while it is not known
 * @param proof what proves the delivery, or null
 * @param file the case file it concerns, or null
 * @param note free text, or null
 * @param doer of an incoming letter: who deals with it; null when nobody has to
 * @param due by when; null when there is no last day
 * @param answers of an outgoing letter: the incoming one it answers, or null; only when it is new
 */
public record NewLetter(
    Direction direction,
    LocalDate passedOn,
    Channel channel,
    String party,
    String matter,
    LocalDate deliveredOn,
    String proof,
    CaseFileId file,
    String note,
    StaffId doer,
    LocalDate due,
    UUID answers) {}
