/** First contact: requests, inquiries, entries of intake. */
package org.opora.registry.intake.domain;
