-- Times are nanoseconds since 1970, durations nanoseconds. Documents are JSON in the contract's words.

create table monitors (
    monitor text not null primary key,
    state   text not null
);

create table incidents (
    incident    text not null primary key,
    resolved_at bigint,
    document    text not null
);

create index incidents_by_end on incidents (resolved_at);

create table transitions (
    monitor  text   not null,
    at       bigint not null,
    was      text   not null,
    became   text   not null,
    reason   text   not null,
    incident text,
    primary key (monitor, at, became)
) ${clustered};

create index transitions_by_incident on transitions (incident, at);
create index transitions_by_age on transitions (at);

create table notices (
    notice     text    not null primary key,
    number     bigint  not null,
    incident   text,
    status     text    not null,
    attempts   integer not null,
    answer     text    not null,
    retry_at   bigint,
    settled_at bigint,
    document   text    not null
);

create index notices_by_number on notices (number);
create index notices_by_end on notices (settled_at);

create table checks (
    monitor text   not null,
    at      bigint not null,
    took    bigint not null,
    outcome text   not null,
    status  integer,
    verdict text   not null,
    cause   text   not null,
    reason  text   not null,
    primary key (monitor, at)
) ${clustered};
