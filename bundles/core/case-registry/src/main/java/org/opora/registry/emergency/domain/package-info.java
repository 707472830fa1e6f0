/** What an emergency access is, and its verdict. */
package org.opora.registry.emergency.domain;
