package org.opora.supervisedcontacts.requests.application;

import java.time.LocalDate;
import org.opora.api.ids.BodyId;
import org.opora.api.ids.PersonId;
import org.opora.supervisedcontacts.requests.domain.Asker;
import org.opora.supervisedcontacts.requests.domain.Channel;

/**
 * What somebody asked.
 *
 * @param person in the register; null when it is nobody there
 * @param body of the directory; null when it is none of it
 * @param name as typed; null where register or directory says it, and for the child itself
 */
public record NewRequest(
    Asker asker,
    PersonId person,
    BodyId body,
    String name,
    LocalDate on,
    Channel channel,
    String wish) {}
