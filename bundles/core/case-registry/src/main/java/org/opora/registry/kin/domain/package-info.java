/** How people are related, with whom they live, and how that is drawn. */
package org.opora.registry.kin.domain;
