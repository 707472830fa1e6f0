/** What the centre wants installed. */
package org.opora.operations.modules.domain;
