/** What is known of authorities. */
package org.opora.registry.authorities.domain;
