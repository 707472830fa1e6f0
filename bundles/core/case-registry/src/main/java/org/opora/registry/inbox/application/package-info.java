/** The in-app inbox. */
package org.opora.registry.inbox.application;
