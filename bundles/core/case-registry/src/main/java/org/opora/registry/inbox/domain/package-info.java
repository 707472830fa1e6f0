/** Messages of the house. */
package org.opora.registry.inbox.domain;
