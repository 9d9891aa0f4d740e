# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Made by plumb_cli_pages from the command line itself; do not edit.
_plumbline_cli() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} verb="" verbs="" options="" word i
    for ((i = 1; i < COMP_CWORD; ++i)); do
        word=${COMP_WORDS[i]}
        if [[ $word == --author ]]; then
            ((++i))
        elif [[ $word != -* && ( -z $verb || "$verb" =~ ^(lens|answers|evidence|finding|event|snapshot|cost|cost item|cost measure|cost scenario|cost prices|cost baseline)$ ) ]]; then
            verb="${verb:+$verb }$word"
        fi
    done
    case "$verb $prev" in
        'answer --not-applicable') mapfile -t COMPREPLY < <(compgen -W 'out-of-scope business-priorities architecture-constraints other' -- "$cur"); return ;;
        'answer --confidence') mapfile -t COMPREPLY < <(compgen -W 'low medium high none' -- "$cur"); return ;;
        'answer --basis') mapfile -t COMPREPLY < <(compgen -W 'said shown verified none' -- "$cur"); return ;;
        'evidence add --strength') mapfile -t COMPREPLY < <(compgen -W 'said shown verified' -- "$cur"); return ;;
        'score --by') mapfile -t COMPREPLY < <(compgen -W 'pillar lens phase framework' -- "$cur"); return ;;
        'finding add --effort') mapfile -t COMPREPLY < <(compgen -W 'S M L none' -- "$cur"); return ;;
        'finding add --status') mapfile -t COMPREPLY < <(compgen -W 'open in-progress resolved accepted transferred false-alarm' -- "$cur"); return ;;
        'finding add --severity') mapfile -t COMPREPLY < <(compgen -W 'high medium' -- "$cur"); return ;;
        'finding set --effort') mapfile -t COMPREPLY < <(compgen -W 'S M L none' -- "$cur"); return ;;
        'finding set --status') mapfile -t COMPREPLY < <(compgen -W 'open in-progress resolved accepted transferred false-alarm' -- "$cur"); return ;;
        'finding set --severity') mapfile -t COMPREPLY < <(compgen -W 'high medium' -- "$cur"); return ;;
        'plan --mode') mapfile -t COMPREPLY < <(compgen -W 'days capacity' -- "$cur"); return ;;
        'export --format') mapfile -t COMPREPLY < <(compgen -W 'ics' -- "$cur"); return ;;
        'cost simulate --outcome') mapfile -t COMPREPLY < <(compgen -W 'baselineMonthly monthly saving oneOff horizonBaseline horizonCost horizonSaving npv' -- "$cur"); return ;;
        'cost simulate --sampling') mapfile -t COMPREPLY < <(compgen -W 'random sobol' -- "$cur"); return ;;
        'cost prices import --format') mapfile -t COMPREPLY < <(compgen -W 'auto focus cur cur2 cost-optimization-hub pricing-calculator infracost litellm cloudwatch' -- "$cur"); return ;;
        'cost baseline import --format') mapfile -t COMPREPLY < <(compgen -W 'auto focus cur cur2 cost-optimization-hub pricing-calculator infracost litellm cloudwatch' -- "$cur"); return ;;
        'cost baseline import --by') mapfile -t COMPREPLY < <(compgen -W 'meaning service resource' -- "$cur"); return ;;
        'report --page') mapfile -t COMPREPLY < <(compgen -W 'a4 letter' -- "$cur"); return ;;
    esac
    case "$verb" in
        '') verbs='new sample info copy verify lens answer answers evidence score findings finding plan whatif priorities event merge export history undo redo restore snapshot compare search cost report'; options=--version ;;
        'lens') verbs='list show lint evaluate explain diff add remove export upgrade' ;;
        'answers') verbs='import export' ;;
        'evidence') verbs='add list extract remove' ;;
        'finding') verbs='show add set accept resolve remove' ;;
        'event') verbs='add list remove' ;;
        'snapshot') verbs='create list show export restore' ;;
        'cost') verbs='types eval simulate seed show export settings link item measure scenario prices baseline' ;;
        'cost item') verbs='add set remove list' ;;
        'cost measure') verbs='add set remove list' ;;
        'cost scenario') verbs='add set remove list choose' ;;
        'cost prices') verbs='list set remove import use' ;;
        'cost baseline') verbs='import' ;;
        'new') options='--workload --lens --client --owner --description --environment --industry --regions' ;;
        'sample') options='' ;;
        'info') options='' ;;
        'copy') options='' ;;
        'verify') options='--salvage' ;;
        'lens list') options='' ;;
        'lens show') options='' ;;
        'lens lint') options='--overlay' ;;
        'lens evaluate') options='--answers' ;;
        'lens explain') options='--answers' ;;
        'lens diff') options='' ;;
        'lens add') options='--overlay' ;;
        'lens remove') options='' ;;
        'lens export') options='--strict --overlay --force' ;;
        'lens upgrade') options='--overlay --dry-run' ;;
        'answer') options='--select --unselect --none --na --choice-note --not-applicable --applicable --note --private-note --by --confidence --basis --mark --unmark --park --unpark' ;;
        'answers import') options='' ;;
        'answers export') options='--output --force' ;;
        'evidence add') options='--text --link --title --source --date --expires --strength' ;;
        'evidence list') options='' ;;
        'evidence extract') options='--force' ;;
        'evidence remove') options='' ;;
        'score') options='--by' ;;
        'findings') options='--open' ;;
        'finding show') options='' ;;
        'finding add') options='--title --observation --consequence --recommendation --owner --due --effort --days --progress --status --reason --by --until --severity --framework --likelihood --impact --residual-likelihood --residual-impact --needs --evidence --practices --measures --loss --trade-off' ;;
        'finding set') options='--title --observation --consequence --recommendation --owner --due --effort --days --progress --status --reason --by --until --severity --framework --likelihood --impact --residual-likelihood --residual-impact --needs --evidence --practices --measures --loss --trade-off' ;;
        'finding accept') options='--reason --by --until' ;;
        'finding resolve') options='--reason' ;;
        'finding remove') options='' ;;
        'plan') options='--mode --capacity --start --save' ;;
        'whatif') options='--select --close --apply' ;;
        'priorities') options='' ;;
        'event add') options='--date --note' ;;
        'event list') options='' ;;
        'event remove') options='' ;;
        'merge') options='--output --prefer --resolve' ;;
        'export') options='--format --force' ;;
        'history') options='--all' ;;
        'undo') options='' ;;
        'redo') options='' ;;
        'restore') options='' ;;
        'snapshot create') options='--note' ;;
        'snapshot list') options='' ;;
        'snapshot show') options='' ;;
        'snapshot export') options='--force' ;;
        'snapshot restore') options='' ;;
        'compare') options='--exit-code --all' ;;
        'search') options='--limit' ;;
        'cost types') options='' ;;
        'cost eval') options='' ;;
        'cost simulate') options='--scenario --outcome --trials --seed --threads --sampling --target --indices' ;;
        'cost seed') options='--replace' ;;
        'cost show') options='--scenario' ;;
        'cost export') options='--output --force' ;;
        'cost settings') options='--hours --horizon --rate --currency --trials --seed' ;;
        'cost link') options='--remove' ;;
        'cost item add') options='--type --set --id --note' ;;
        'cost item set') options='--set --unset --name --type --note' ;;
        'cost item remove') options='--with-measures' ;;
        'cost item list') options='' ;;
        'cost measure add') options='--type --item --set --requires --excludes --id --note' ;;
        'cost measure set') options='--set --unset --item --requires --excludes --name --type --note' ;;
        'cost measure remove') options='' ;;
        'cost measure list') options='' ;;
        'cost scenario add') options='--measures --on --off --finding --with-prerequisites --drop-excluded --from --id --choose' ;;
        'cost scenario set') options='--measures --on --off --finding --with-prerequisites --drop-excluded --name' ;;
        'cost scenario remove') options='' ;;
        'cost scenario list') options='' ;;
        'cost scenario choose') options='' ;;
        'cost prices list') options='--for --own' ;;
        'cost prices set') options='--unit --currency --region --source --from --until' ;;
        'cost prices remove') options='' ;;
        'cost prices import') options='--format --skip-refused --dry-run --provider' ;;
        'cost prices use') options='' ;;
        'cost baseline import') options='--format --skip-refused --dry-run --month --by --currency --target --leave-out --replace' ;;
        'report') options='--output --draft --classification --page --private-notes' ;;
    esac
    if [[ $cur == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$options --json --author --help" -- "$cur")
    elif [[ -n $verbs ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$verbs" -- "$cur")
    else
        mapfile -t COMPREPLY < <(compgen -f -- "$cur")
    fi
}
complete -o filenames -F _plumbline_cli plumbline-cli
