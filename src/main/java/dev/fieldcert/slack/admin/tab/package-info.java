/** The admin's tab in Home: the doors to all the other rooms. */
package dev.fieldcert.slack.admin.tab;
